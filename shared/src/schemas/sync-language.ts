import { z } from 'zod'
import { SYNC_LIMITS } from '../sync/index.js'
import { LanguageTag } from './primitives.js'
import { SyncDirection } from './sync-configuration.js'

/** A place in a script that is being written: `offset` in UTF-16 units from its begin. */
export const ScriptPlaceRequest = z.strictObject({
  direction: SyncDirection,
  source: z.string().max(SYNC_LIMITS.scriptChars),
  offset: z.int().min(0),
  language: LanguageTag,
})
export type ScriptPlaceRequest = z.infer<typeof ScriptPlaceRequest>

/** Lines of a script that show how it is used; empty where there are none. */
const Example = z.string()

/** What may stand at that place. `kind`: the compiler's word for it. `from`: where the word begins that an option replaces. */
export const ScriptCompletions = z.object({
  from: z.int().min(0),
  options: z.array(
    z.object({
      label: z.string(),
      kind: z.string(),
      detail: z.string(),
      documentation: z.string(),
      example: Example,
    }),
  ),
})
export type ScriptCompletions = z.infer<typeof ScriptCompletions>

const Span = { from: z.int().min(0), to: z.int().min(0) }

/**
 * What stands at that place (`from` and `to` in the source), and the call that is being written around it (`parameter`: the part of
 * its text that comes next).
 */
export const ScriptPlace = z.object({
  hover: z.object({ ...Span, text: z.string(), documentation: z.string(), example: Example }).nullable(),
  signature: z
    .object({
      text: z.string(),
      documentation: z.string(),
      example: Example,
      parameter: z.object(Span).nullable(),
    })
    .nullable(),
})
export type ScriptPlace = z.infer<typeof ScriptPlace>
