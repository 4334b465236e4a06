import { z } from 'zod'
import { IsoTime } from './primitives.js'
import { ScriptFault, SyncDirection } from './sync-configuration.js'

/**
 * What the tracker's dictionary no longer says and a published script names. `gone`: the field is not there, or sync access no longer opens
 * it; `type` and `table`: it is of another type, or points at another table; `closed`: it may no longer be written; `choice`: it has
 * lost one that the script names; `compiler`: what the compiler says of the script and did not say when it was published, at the name
 * in `field`. `before`, `now`: the words for it, empty where there is none. `line`: the first that names it. `fault`: of `compiler` only.
 */
export const DictionaryWarning = z.object({
  direction: SyncDirection,
  version: z.int().min(1),
  kind: z.enum(['gone', 'type', 'table', 'closed', 'choice', 'compiler']),
  table: z.string(),
  field: z.string(),
  before: z.string(),
  now: z.string(),
  line: z.int().min(1),
  since: IsoTime,
  fault: ScriptFault.pick({ code: true, facts: true, message: true }).optional(),
})
export type DictionaryWarning = z.infer<typeof DictionaryWarning>

export const DictionaryWarnings = z.object({ warnings: z.array(DictionaryWarning) })
export type DictionaryWarnings = z.infer<typeof DictionaryWarnings>
