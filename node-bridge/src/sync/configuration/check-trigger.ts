import type { CheckedTrigger, CheckTriggerRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { type ConfigurationContext, findTracker } from './configuration-context.ts'

/**
 * The tracker checks the condition and counts. One that it does not understand is refused: many trackers would take it for no
 * condition at all, which is every record. Throws `query_invalid`, `access_missing` and the refusals of the network.
 */
export async function checkTrigger(
  context: Pick<ConfigurationContext, 'tracker' | 'database'>,
  { table, query, words }: CheckTriggerRequest,
): Promise<CheckedTrigger> {
  const tracker = await findTracker(context)
  if (!tracker) return { matching: null, newest: [], texts: [] }
  const checked = await tracker.check(table, query, words)
  if (checked.kind === 'refused') throw new Refusal(checked.code, checked.message)
  return { matching: checked.count, newest: [...checked.newest], texts: [...checked.texts] }
}
