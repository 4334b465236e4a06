import type { CheckedTrigger, CheckTriggerRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConfigurationContext } from './configuration-context.ts'

/**
 * The tracker judges the condition and counts. One that it does not understand is refused: many trackers would take it for no
 * condition at all, which is every record. Throws `query_invalid`, `access_missing` and the refusals of the network.
 */
export async function checkTrigger(
  { tracker }: Pick<ConfigurationContext, 'tracker'>,
  { table, query }: CheckTriggerRequest,
): Promise<CheckedTrigger> {
  if (!tracker) return { matching: null }
  const checked = await tracker.check(table, query)
  if (checked.kind === 'refused') throw new Refusal(checked.code, checked.message)
  return { matching: checked.count }
}
