import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { InstancePlan } from '@accord/shared/schemas'

import { isRefusal } from '../../refusals/refusal.ts'
import type { WritePlan } from '../record.ts'
import type { AppliedWrite, PlannedWrite } from '../tracker.ts'
import { inChunks, type InstanceCalls } from './instance-calls.ts'

/** Plans of one call, in characters: what else the body holds has room as well. */
const CALL_CHARS = 3_000_000

/** Hands plans over. The instance writes them in its own time, and `watch` reports what became of them. */
export async function applyPlans(
  calls: InstanceCalls,
  writes: readonly PlannedWrite[],
): Promise<readonly AppliedWrite[]> {
  const existing = await findExisting(calls, writes)
  const open = writes.filter((write) => !existing.has(write.id))
  for (const plans of batchesOf(open.map(instancePlanOf))) await calls.apply({ plans: [...plans] })
  return writes.map(({ id }) => ({ kind: existing.has(id) ? 'contended' : 'waiting' }))
}

/** Plans that the instance has still to report. One that does not know the question answers that it knows none. */
export async function findWaiting(calls: InstanceCalls, plans: readonly string[]): Promise<ReadonlySet<string>> {
  const waiting = new Set<string>()
  for (const some of inChunks(plans, INSTANCE_SYNC_LIMITS.plans)) {
    const { known = [] } = await calls.apply({ plans: [], known: [...some] }).catch(ofOlderRelease)
    for (const plan of known) waiting.add(plan)
  }
  return waiting
}

function ofOlderRelease(error: unknown): { readonly known?: readonly string[] } {
  if (isRefusal(error) && error.code === 'malformed') return {}
  throw error
}

/** Plans that would make a record which is there: the pair has made it before, and plans anew for it as it is. */
async function findExisting(calls: InstanceCalls, writes: readonly PlannedWrite[]): Promise<ReadonlySet<string>> {
  const existing = new Set<string>()
  const making = writes.filter(({ onVersion }) => onVersion === null)
  for (const table of new Set(making.map((write) => write.table)))
    for (const some of inChunks(
      making.filter((write) => write.table === table),
      INSTANCE_SYNC_LIMITS.scanned,
    )) {
      const { records } = await calls.scan({ table, ids: some.map(({ recordId }) => recordId) })
      const there = new Set(records.map(({ id }) => id))
      for (const write of some) if (there.has(write.recordId)) existing.add(write.id)
    }
  return existing
}

function batchesOf(plans: readonly InstancePlan[]): readonly (readonly InstancePlan[])[] {
  const batches: InstancePlan[][] = []
  let chars = CALL_CHARS
  for (const plan of plans) {
    const length = JSON.stringify(plan).length
    const last = batches.at(-1)
    if (last && chars + length <= CALL_CHARS && last.length < INSTANCE_SYNC_LIMITS.plans) {
      last.push(plan)
      chars += length
    } else {
      batches.push([plan])
      chars = length
    }
  }
  return batches
}

const instancePlanOf = ({ id, pair, table, recordId, onVersion, plan }: PlannedWrite): InstancePlan => ({
  id,
  pair,
  table,
  record: onVersion === null ? null : recordId,
  version: onVersion === null ? null : Number(onVersion),
  fields: Object.fromEntries(Object.entries(plan.fields).map(([name, { value }]) => [name, value])),
  entries: plan.entries.map((entry) => entryOf(entry)),
  ...(plan.deletes && { deletes: true }),
})

/**
 * No entry of a journal can be changed: another wording is an entry of its own, marked, and written once for each wording. Its origin is
 * that of the first, so that it does not travel back.
 */
const entryOf = ({
  key,
  journal,
  body,
  origin,
  edition,
}: WritePlan['entries'][number]): InstancePlan['entries'][number] => ({
  key: edition === undefined ? key : `${key} ${edition}`,
  journal,
  body: edition === undefined ? body : `${EDITED}${body}`,
  ...(origin !== undefined && { origin }),
})

const EDITED = '[edited] '
