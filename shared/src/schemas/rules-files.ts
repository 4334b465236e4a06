import { z } from 'zod'
import { IsoTime } from './primitives.js'
import { ScriptFault, SyncDirection } from './sync-configuration.js'

/** Declarations for an editor. `tables`: null where the tracker has not said what it has. */
export const ScriptTypes = z.object({ api: z.string(), tables: z.string().nullable() })
export type ScriptTypes = z.infer<typeof ScriptTypes>

/**
 * What a script was given. `input`: JSON; `answers`: question and answer as JSON, of look-ups, and of steps, which were not done.
 * With faults, and where no script is run for this message, `input` is null.
 */
export const RecordedRun = z.object({
  at: IsoTime,
  direction: SyncDirection,
  faults: z.array(ScriptFault),
  input: z.string().nullable(),
  answers: z.array(
    z.object({ kind: z.enum(['lookup', 'step']), name: z.string(), request: z.string(), answer: z.string() }),
  ),
})
export type RecordedRun = z.infer<typeof RecordedRun>
