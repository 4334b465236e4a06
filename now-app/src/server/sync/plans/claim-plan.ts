import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { glideTimeAgo } from '../../platform/glide-time.ts'
import { writeFields } from '../../platform/write-fields.ts'
import type { WaitingPlan } from './plan-rows.ts'

const keyOf = ({ record, partition }: WaitingPlan): string => `run ${partition} ${record}`

/**
 * Two runs of one job at once, and one takes the plans of a record: the key is unique. A node that was restored gives another plan for
 * what an earlier one is writing, and neither would see what the other has not finished. A file is a partition of its own: text does not
 * wait for it. A claim of a run that died is taken over; one from the
 * future, since the clock was set back, would be waited for until then.
 */
export function claimPlan(plan: WaitingPlan): boolean {
  const stale = new GlideRecord(TABLES.effect)
  stale.addQuery('effect_key', keyOf(plan))
  stale
    .addQuery('sys_created_on', '<', glideTimeAgo(INSTANCE_SYNC_LIMITS.runMs))
    .addOrCondition('sys_created_on', '>', glideTimeAgo(-INSTANCE_SYNC_LIMITS.runMs))
  stale.query()
  while (stale.next()) stale.deleteRecord()
  const row = new GlideRecord(TABLES.effect)
  row.initialize()
  writeFields(row, { effect_key: keyOf(plan), kind: 'run', state: 'intended' })
  return Boolean(row.insert())
}

export function releasePlan(plan: WaitingPlan): void {
  const row = new GlideRecord(TABLES.effect)
  if (row.get('effect_key', keyOf(plan))) row.deleteRecord()
}
