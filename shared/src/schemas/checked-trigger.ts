import { z } from 'zod'
import { Condition, SyncTable } from './sync-configuration.js'

/** `words`: of those that match, the ones whose number begins so, or whose short description holds that. */
export const CheckTriggerRequest = z.strictObject({
  table: SyncTable,
  query: Condition,
  words: z.string().trim().max(100).optional(),
})
export type CheckTriggerRequest = z.infer<typeof CheckTriggerRequest>
/** How many records match now; null where the tracker does not count. `newest`: keys of those that were changed last; `texts`: the
 * short description of each, empty where it may not be read. */
export const CheckedTrigger = z.object({
  matching: z.int().min(0).nullable(),
  newest: z.array(z.string()),
  texts: z.array(z.string()),
})
export type CheckedTrigger = z.infer<typeof CheckedTrigger>
