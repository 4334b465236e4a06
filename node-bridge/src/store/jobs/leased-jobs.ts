import { randomUUID } from 'node:crypto'

import { type Selectable, sql } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import type { Database } from '../engine/database.ts'
import { boundNumber, boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { JobTable } from '../engine/tables/job-tables.ts'
import { findBehind, moveHead, setHead } from './serial-queue-jobs.ts'
import { type Lease, leasedQueue } from './serial-queue-leases.ts'

export interface LeasedJob extends Lease {
  readonly id: string
  readonly seq: number
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

const dueQueues = (db: Db, queues: readonly string[], now: Date) =>
  db
    .selectFrom('serial_queue')
    .where('state', '=', sql.lit('ready'))
    .where('run_at', '<=', boundNumber(now.getTime()))
    .where('queue', 'in', queues.map(boundText))

/** Is there something to claim? A look, so that who waits for a clock takes no write lock in vain. */
export async function hasDueJobs(db: Db, queues: readonly string[], now: Date): Promise<boolean> {
  const due = await dueQueues(db, queues, now).select('queue').limit(sql.lit(1)).executeTakeFirst()
  return due !== undefined
}

/** Leases the heads of up to `limit` serial queues that are due. Serial queues that another worker is taking are passed over. */
export const claimJobs = (database: Database, request: ClaimRequest): Promise<LeasedJob[]> =>
  database.transaction((transaction) => claim(transaction, database.dialect, request))

const jobsById = compiledOnce((db, ids: readonly string[]) => db.selectFrom('job').selectAll().where('id', 'in', ids))

async function claim(
  db: Db,
  dialect: Database['dialect'],
  { queues, limit, leaseMs, now }: ClaimRequest,
): Promise<LeasedJob[]> {
  const token = randomUUID()
  const due = dueQueues(db, queues, now)
    .select(['queue as picked_queue', 'queue_key as picked_key'])
    .orderBy('run_at')
    .limit(boundNumber(limit))
  const claimed = await db
    .with('picked', () => (dialect === 'postgres' ? due.forUpdate().skipLocked() : due))
    .updateTable('serial_queue')
    .from('picked')
    .set({ state: 'leased', lease_token: token, lease_until: now.getTime() + leaseMs })
    .whereRef('serial_queue.queue', '=', 'picked_queue')
    .whereRef('serial_queue.queue_key', '=', 'picked_key')
    .returning(['serial_queue.head_id'])
    .execute()
  const ids = claimed.flatMap(({ head_id: id }) => id ?? [])
  if (ids.length === 0) return []
  const { rows: jobs } = await jobsById(db, ids)
  return jobs.map((job) => leasedJob(job, token))
}

const leasedJob = (job: Selectable<JobTable>, token: string): LeasedJob => ({
  id: job.id,
  queue: job.queue,
  key: job.queue_key,
  seq: job.seq,
  token,
  payload: JSON.parse(job.payload) as unknown,
  attempts: job.attempts,
  traceparent: job.traceparent,
})

export interface Completion {
  /** False for a late worker, for whom nothing happens. */
  readonly inTime: boolean
  /** The next of the same serial queue, leased to the same worker. */
  readonly next?: LeasedJob
}

type Claiming = Pick<ClaimRequest, 'leaseMs' | 'now'> | undefined

/**
 * The job is done: it goes, and the next of its serial queue is due. With `claiming` that one is claimed in the same step, where
 * it is due now.
 */
export const completeAndClaimNext = (database: Database, job: LeasedJob, claiming: Claiming): Promise<Completion> =>
  database.transaction((transaction) => complete(transaction, job, claiming))

const deletion = compiledOnce((db, { id }: { id: string }) => db.deleteFrom('job').where('id', '=', id))

async function complete(transaction: Db, job: LeasedJob, claiming: Claiming): Promise<Completion> {
  const serialQueue = { queue: job.queue, queue_key: job.key }
  const isLast = await leaveIdle(transaction, job)
  if (!isLast && (await holdSerialQueue(transaction, job)) === undefined) return { inTime: false }
  await deletion(transaction, { id: job.id })
  if (isLast) return { inTime: true }
  const next = claiming && (await findBehind(transaction, { ...serialQueue, head_id: null }))
  if (!next || next.run_at > claiming.now.getTime()) {
    await (next ? setHead(transaction, serialQueue, next) : moveHead(transaction, serialQueue))
    return { inTime: true }
  }
  const until = claiming.now.getTime() + claiming.leaseMs
  await leasedQueue(transaction, job).set({ head_id: next.id, run_at: next.run_at, lease_until: until }).execute()
  return { inTime: true, next: leasedJob(next, job.token) }
}

const leaving = compiledOnce((db, { seq, ...lease }: Lease & { readonly seq: number }) =>
  leasedQueue(db, lease)
    .set({ state: 'idle', head_id: null, run_at: 0, lease_token: null, lease_until: null })
    .where('last_seq', '=', seq),
)

/**
 * The common case in one step: no number was drawn after this job's, so nothing can wait behind it. The condition is checked
 * again by PostgreSQL when another transaction held the row meanwhile, which a look into the jobs would not be.
 */
async function leaveIdle(transaction: Db, { queue, key, token, seq }: LeasedJob): Promise<boolean> {
  const { numAffectedRows: left } = await leaving(transaction, { queue, key, token, seq })
  return left === 1n
}

/** The job failed. `retryAt` undefined: it is dead, which frees its serial queue. False for a late worker. */
export const failJob = (database: Database, lease: Lease, error: string, retryAt: Date | undefined): Promise<boolean> =>
  database.transaction(async (transaction) => {
    const head = await holdSerialQueue(transaction, lease)
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
    await moveHead(transaction, { queue: lease.queue, queue_key: lease.key })
    return true
  })

/** Locks the serial queue and answers its head, if the lease is still held. Serial queue first, job second: as in every other step. */
async function holdSerialQueue(transaction: Db, lease: Lease): Promise<string | undefined> {
  const serialQueue = await leasedQueue(transaction, lease)
    .set((expression) => ({ lease_until: expression.ref('lease_until') }))
    .returning('head_id')
    .executeTakeFirst()
  return serialQueue?.head_id ?? undefined
}
