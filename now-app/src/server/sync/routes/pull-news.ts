import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import type { PlanOutcome } from '@accord/shared/schemas'
import { timeNow } from '../../platform/glide-time.ts'
import { syncCall } from '../call/sync-call.ts'
import { list, nonce, object, optional, planId, sysId } from '../call/read-input.ts'
import { findingOf } from '../finding.ts'
import { forgetNotices, listNotices } from '../notices/notices.ts'
import { finishedPlans, forgetPlans } from '../plans/plan-rows.ts'
import { wakePartitions } from '../plans/wake-partitions.ts'
import { recordReader } from '../read/read-record.ts'

const BODY = object({
  nonce,
  forgetNotices: optional(list(sysId, LIMITS.forget)),
  forgetPlans: optional(list(planId, LIMITS.forget)),
})

/** Forgets what the node has, and tells the oldest that it has not. */
export const pullNews = syncCall(BODY, (body) => {
  forgetNotices(body.forgetNotices ?? [])
  forgetPlans(body.forgetPlans ?? [])
  const plans = finishedPlans()
  const { notices, hasMore } = listNotices()
  return {
    notices,
    plans: withRecords(plans),
    hasMore: hasMore || plans.length === LIMITS.finished,
    waiting: wakePartitions(),
    time: timeNow(),
  }
})

/** Each record as it is now. One that is gone, or closed since, is left out. */
function withRecords(plans: readonly PlanOutcome[]): readonly PlanOutcome[] {
  const read = recordReader()
  return plans.map((plan) => {
    if (plan.outcome !== 'applied') return plan
    const found = findingOf(() => read({ table: plan.table, id: plan.id }))
    return 'refused' in found ? plan : { ...plan, record: found }
  })
}
