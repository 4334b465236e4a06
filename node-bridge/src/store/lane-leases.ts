import { randomUUID } from 'node:crypto'

import { moveHead } from './lane-jobs.ts'
import type { Database } from './database.ts'
import type { Db } from './tables.ts'

/** Proof that this worker may finish this job. After the lease has passed to another, the token opens nothing. */
export interface Lease {
  readonly queue: string
  readonly key: string
  readonly token: string
}

export interface LeasedJob extends Lease {
  readonly id: string
  readonly payload: unknown
  /** How often it has failed before. */
  readonly attempts: number
  readonly traceparent: string | null
}

export interface ClaimRequest {
  readonly queues: readonly string[]
  readonly limit: number
  readonly leaseMs: number
  readonly now: Date
}

/** Leases the heads of up to `limit` lanes that are due. Lanes that another worker is taking are passed over. */
export const claimJobs = (database: Database, request: ClaimRequest): Promise<LeasedJob[]> =>
  database.transaction((transaction) => claim(transaction, database.dialect, request))

async function claim(
  db: Db,
  dialect: Database['dialect'],
  { queues, limit, leaseMs, now }: ClaimRequest,
): Promise<LeasedJob[]> {
  const token = randomUUID()
  const due = db
    .selectFrom('lane')
    .select(['queue as picked_queue', 'lane_key as picked_key'])
    .where('state', '=', 'ready')
    .where('run_at', '<=', now.getTime())
    .where('queue', 'in', queues)
    .orderBy('run_at')
    .limit(limit)
  const claimed = await db
    .with('picked', () => (dialect === 'postgres' ? due.forUpdate().skipLocked() : due))
    .updateTable('lane')
    .from('picked')
    .set({ state: 'leased', lease_token: token, lease_until: now.getTime() + leaseMs })
    .whereRef('lane.queue', '=', 'picked_queue')
    .whereRef('lane.lane_key', '=', 'picked_key')
    .returning(['lane.head_id'])
    .execute()
  const ids = claimed.flatMap(({ head_id: id }) => id ?? [])
  if (ids.length === 0) return []
  const jobs = await db.selectFrom('job').selectAll().where('id', 'in', ids).execute()
  return jobs.map((job) => ({
    id: job.id,
    queue: job.queue,
    key: job.lane_key,
    token,
    payload: JSON.parse(job.payload) as unknown,
    attempts: job.attempts,
    traceparent: job.traceparent,
  }))
}

/** The job is done: it goes, and the next of its lane is due. False for a late worker, and nothing happens. */
export const completeJob = (database: Database, lease: Lease): Promise<boolean> =>
  database.transaction(async (transaction) => {
    const head = await holdLane(transaction, lease)
    if (head === undefined) return false
    await transaction.deleteFrom('job').where('id', '=', head).execute()
    await moveHead(transaction, { queue: lease.queue, lane_key: lease.key })
    return true
  })

/** The job failed. `retryAt` undefined: it is dead, which frees its lane. False for a late worker. */
export const failJob = (database: Database, lease: Lease, error: string, retryAt: Date | undefined): Promise<boolean> =>
  database.transaction(async (transaction) => {
    const head = await holdLane(transaction, lease)
    if (head === undefined) return false
    await transaction
      .updateTable('job')
      .set((expression) => ({
        attempts: expression('attempts', '+', 1),
        last_error: error.slice(0, 1000),
        ...(retryAt ? { run_at: retryAt.getTime() } : { state: 'dead' }),
      }))
      .where('id', '=', head)
      .execute()
    await moveHead(transaction, { queue: lease.queue, lane_key: lease.key })
    return true
  })

/** Locks the lane and answers its head, if the lease is still held. Lane first, job second: as in every other step. */
async function holdLane(transaction: Db, { queue, key, token }: Lease): Promise<string | undefined> {
  const lane = await transaction
    .updateTable('lane')
    .set((expression) => ({ lease_until: expression.ref('lease_until') }))
    .where('queue', '=', queue)
    .where('lane_key', '=', key)
    .where('state', '=', 'leased')
    .where('lease_token', '=', token)
    .returning('head_id')
    .executeTakeFirst()
  return lane?.head_id ?? undefined
}

/** A long job says that its worker lives. */
export async function renewLease(db: Db, { queue, key, token }: Lease, until: Date): Promise<void> {
  await db
    .updateTable('lane')
    .set({ lease_until: until.getTime() })
    .where('queue', '=', queue)
    .where('lane_key', '=', key)
    .where('lease_token', '=', token)
    .execute()
}

/** At the start of the only process that uses the database: whoever held a lease is gone. */
export async function returnAllLeases(db: Db): Promise<void> {
  await db
    .updateTable('lane')
    .set({ state: 'ready', lease_token: null, lease_until: null })
    .where('state', '=', 'leased')
    .execute()
}

/** Lanes in which nothing waits and nothing has died. A lane is made anew when it is needed. */
export async function forgetIdleLanes(db: Db): Promise<void> {
  await db
    .deleteFrom('lane')
    .where('state', '=', 'idle')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job')
            .select('job.id')
            .whereRef('job.queue', '=', 'lane.queue')
            .whereRef('job.lane_key', '=', 'lane.lane_key'),
        ),
      ),
    )
    .execute()
}

/** The reaper: what a stopped or killed worker held can be claimed again. Answers how many lanes came back. */
export async function returnExpiredLeases(db: Db, now: Date): Promise<number> {
  const { numUpdatedRows: returned } = await db
    .updateTable('lane')
    .set({ state: 'ready', lease_token: null, lease_until: null })
    .where('state', '=', 'leased')
    .where('lease_until', '<', now.getTime())
    .executeTakeFirstOrThrow()
  return Number(returned)
}
