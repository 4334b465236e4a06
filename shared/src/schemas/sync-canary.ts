import { z } from 'zod'
import { SYNC_LIMITS } from '../sync/index.js'
import { Id, IsoTime, Label } from './primitives.js'
import { CheckScriptsRequest, ScriptFault, SyncDirection } from './sync-configuration.js'

/** `pairs`: so many run by them first; with `failures` that the versions of before do not have, they are given up. */
export const BeginCanaryRequest = CheckScriptsRequest.omit({ language: true }).extend({
  mayWiden: z.boolean().default(false),
  basedOn: z.strictObject({ outgoing: z.int().min(1), incoming: z.int().min(1) }),
  pairs: z.int().min(1).max(200).default(20),
  failures: z.int().min(1).max(200).default(3),
  note: z.string().trim().max(SYNC_LIMITS.noteChars).default(''),
  actor: Label,
})
export type BeginCanaryRequest = z.infer<typeof BeginCanaryRequest>

export const EndCanaryRequest = z.strictObject({ decision: z.enum(['publish', 'giveUp']), actor: Label })
export type EndCanaryRequest = z.infer<typeof EndCanaryRequest>

/**
 * `running`: it has begun and nothing is known yet; `as_before`: it fails, and would by the version of before. `key`: what people call our
 * record, or the other side's where there is none here yet. `line`: of the script, null where none is at fault.
 */
export const CanaryPairView = z.object({
  itemId: Id,
  key: z.string().nullable(),
  outcome: z.enum(['running', 'passed', 'as_before', 'failed']),
  code: z.string().nullable(),
  message: z.string(),
  /** Null where no script is at fault. */
  script: SyncDirection.nullable(),
  line: z.int().nullable(),
})
export type CanaryPairView = z.infer<typeof CanaryPairView>

/** `superseded`: somebody has published other scripts meanwhile. `endedBy`: null where it ended by itself. */
export const Canary = z.object({
  state: z.enum(['running', 'promoted', 'fell_back', 'superseded']),
  versions: z.array(z.object({ direction: SyncDirection, version: z.int().min(1), before: z.int().min(1) })),
  note: z.string(),
  mayWiden: z.boolean(),
  ofPairs: z.int().min(1),
  mostFailures: z.int().min(1),
  beganAt: IsoTime,
  beganBy: Label,
  endedAt: IsoTime.nullable(),
  endedBy: Label.nullable(),
  pairs: z.array(CanaryPairView),
})
export type Canary = z.infer<typeof Canary>

/** Null where none was ever begun. */
export const CanaryView = z.object({ canary: Canary.nullable() })
export type CanaryView = z.infer<typeof CanaryView>

/** With faults nothing has begun. */
export const BegunCanary = z.object({ faults: z.array(ScriptFault), canary: Canary.nullable() })
export type BegunCanary = z.infer<typeof BegunCanary>
