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
  text,
  truth,
  uuid,
  wholeNumber,
} from '../call/read-input.ts'
import { isPlanThere, storePlan } from '../plans/plan-rows.ts'
import { wakePartitions } from '../plans/wake-partitions.ts'
import { isSyncUserReady } from '../user/sync-user.ts'

const ENTRIES_MOST = 1000

const FILE = object({
  key: longText(300),
  name: longText(255),
  bytes: wholeNumber,
  sha256: text(/^[0-9a-f]{64}$/),
  author: longText(255),
  download: optional(uuid),
})

const PLAN = object({
  id: planId,
  pair: uuid,
  table: name,
  record: nullable(sysId),
  version: nullable(wholeNumber),
  fields: map(NAME, nullable(plainValue)),
  entries: list(
    object({ key: longText(300), journal: name, body: longText(100_000), origin: optional(longText(200)) }),
    ENTRIES_MOST,
  ),
  file: optional(FILE),
  deletes: optional(truth),
})

const BODY = object({ nonce, plans: list(PLAN, LIMITS.plans), known: optional(list(planId, LIMITS.plans)) })

/** Stores write plans and starts the jobs that apply them. Sent twice, a plan is applied once. Says which others it knows. */
export const receivePlans = syncCall(BODY, ({ plans, known }) => {
  if (!isSyncUserReady()) throw new Refusal('sync_user_missing')
  if (plans.some(({ record, version, file }) => (record === null) !== (version === null) && !file))
    throw new Refusal('malformed', 'A plan names a record and its version, or neither.')
  if (plans.some(({ record, file }) => file && record === null))
    throw new Refusal('malformed', 'A file belongs to a record.')
  if (plans.some(({ record, deletes }) => deletes && record === null))
    throw new Refusal('malformed', 'Only a record that is named is deleted.')
  const stored = plans.map((plan) => ({ plan: plan.id, state: storePlan(plan as InstancePlan) }))
  wakePartitions()
  return { plans: stored, ...(known && { known: known.filter(isPlanThere) }) }
})
