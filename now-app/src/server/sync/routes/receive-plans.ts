import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import type { InstancePlan } from '@accord/shared/schemas'
import { Refusal } from '../../http/refusal.ts'
import { syncCall } from '../call/sync-call.ts'
import {
  list,
  longText,
  map,
  NAME,
  name,
  nonce,
  nullable,
  object,
  optional,
  plainValue,
  planId,
  sysId,
  uuid,
  wholeNumber,
} from '../call/read-input.ts'
import { storePlan } from '../plans/plan-rows.ts'
import { wakePartitions } from '../plans/wake-partitions.ts'
import { isSyncUserReady } from '../user/sync-user.ts'

const ENTRIES_MOST = 1000

const PLAN = object({
  id: planId,
  pair: uuid,
  table: name,
  record: nullable(sysId),
  version: nullable(wholeNumber),
  fields: map(NAME, plainValue),
  entries: list(
    object({ key: longText(300), journal: name, body: longText(100_000), origin: optional(longText(200)) }),
    ENTRIES_MOST,
  ),
})

const BODY = object({ nonce, plans: list(PLAN, LIMITS.plans) })

/** Stores write plans and starts the jobs that apply them. Sent twice, a plan is applied once. */
export const receivePlans = syncCall(BODY, ({ plans }) => {
  if (!isSyncUserReady()) throw new Refusal('sync_user_missing')
  if (plans.some(({ record, version }) => (record === null) !== (version === null)))
    throw new Refusal('malformed', 'A plan names a record and its version, or neither.')
  const stored = plans.map((plan) => ({ plan: plan.id, state: storePlan(plan as InstancePlan) }))
  wakePartitions()
  return { plans: stored }
})
