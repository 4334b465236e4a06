import { randomUUID } from 'node:crypto'

import type { Selectable } from 'kysely'

import { traceparentForJob } from '../tracing/current-trace.ts'
import type { Db, LaneTable } from './tables.ts'

export interface JobRequest {
  readonly queue: string
  /** Jobs of one key run one after another, in the order of the commits that made them. */
  readonly key: string
  readonly payload: object
  readonly runAt: Date
  /** The handler reads the newest state itself: a job that waits already stands for this one too. */
  readonly coalesce?: boolean
}

/**
 * Adds a job inside the caller's transaction: it exists if and only if that commits. The lane's row is taken first and
 * the number second, so that the numbers of one key follow the order of commits.
 */
export async function enqueueJob(transaction: Db, { queue, key, payload, runAt, coalesce }: JobRequest): Promise<void> {
  const lane = await takeLane(transaction, queue, key)
  if (coalesce && (await joinWaitingJob(transaction, lane, runAt))) return
  const id = randomUUID()
  await transaction
    .insertInto('job')
    .values({
      id,
      queue,
      lane_key: key,
      seq: lane.last_seq,
      state: 'waiting',
      payload: JSON.stringify(payload),
      run_at: runAt.getTime(),
      attempts: 0,
      last_error: null,
      created_at: Date.now(),
      traceparent: traceparentForJob(runAt),
    })
    .execute()
  if (lane.state === 'idle') await setHead(transaction, lane, { id, run_at: runAt.getTime() })
}

/** Holds the lane's row until the transaction ends and draws its next number. */
export async function takeLane(transaction: Db, queue: string, key: string): Promise<Selectable<LaneTable>> {
  return transaction
    .insertInto('lane')
    .values({
      queue,
      lane_key: key,
      state: 'idle',
      last_seq: 1,
      head_id: null,
      run_at: 0,
      lease_token: null,
      lease_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['queue', 'lane_key'])
        .doUpdateSet((expression) => ({ last_seq: expression('lane.last_seq', '+', 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

type LaneName = Pick<LaneTable, 'queue' | 'lane_key'>

/** A head that is leased may have read the state already; only a job that has not begun can stand for another. */
async function joinWaitingJob(transaction: Db, lane: Selectable<LaneTable>, runAt: Date): Promise<boolean> {
  const begun = lane.state === 'leased' ? lane.head_id : null
  const waiting = await transaction
    .selectFrom('job')
    .select(['id', 'run_at'])
    .where('queue', '=', lane.queue)
    .where('lane_key', '=', lane.lane_key)
    .where('state', '=', 'waiting')
    .where('id', '!=', begun ?? '')
    .orderBy('seq')
    .executeTakeFirst()
  if (!waiting) return false
  const sooner = Math.min(waiting.run_at, runAt.getTime())
  await transaction.updateTable('job').set({ run_at: sooner }).where('id', '=', waiting.id).execute()
  if (waiting.id === lane.head_id) await setHead(transaction, lane, { id: waiting.id, run_at: sooner })
  return true
}

export async function setHead(transaction: Db, lane: LaneName, head: { id: string; run_at: number }): Promise<void> {
  await transaction
    .updateTable('lane')
    .set({ state: 'ready', head_id: head.id, run_at: head.run_at, lease_token: null, lease_until: null })
    .where('queue', '=', lane.queue)
    .where('lane_key', '=', lane.lane_key)
    .execute()
}

/** Makes the oldest waiting job the head, or leaves the lane idle. The lane's row is held by the caller. */
export async function moveHead(transaction: Db, lane: LaneName): Promise<void> {
  const next = await transaction
    .selectFrom('job')
    .select(['id', 'run_at'])
    .where('queue', '=', lane.queue)
    .where('lane_key', '=', lane.lane_key)
    .where('state', '=', 'waiting')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (next) return setHead(transaction, lane, next)
  await transaction
    .updateTable('lane')
    .set({ state: 'idle', head_id: null, run_at: 0, lease_token: null, lease_until: null })
    .where('queue', '=', lane.queue)
    .where('lane_key', '=', lane.lane_key)
    .execute()
}
