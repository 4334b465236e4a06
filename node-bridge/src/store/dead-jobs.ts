import { sql } from 'kysely'

import { moveHead, takeSerialQueue } from './serial-queue-jobs.ts'
import type { Db } from './engine/tables.ts'

export interface DeadJob {
  readonly id: string
  readonly queue: string
  readonly key: string
  readonly attempts: number
  readonly lastError: string
  readonly createdAt: Date
}

/** Oldest first. */
export async function listDeadJobs(db: Db, limit: number): Promise<DeadJob[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', sql.lit('dead'))
    .orderBy('created_at')
    .limit(sql.lit(limit))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    queue: row.queue,
    key: row.queue_key,
    attempts: row.attempts,
    lastError: row.last_error ?? '',
    createdAt: new Date(row.created_at),
  }))
}

/** Puts a dead job at the end of its serial queue, with its attempts forgotten. False when it is not dead. */
export async function rerunDeadJob(transaction: Db, id: string, now: Date): Promise<boolean> {
  const job = await transaction.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  if (job?.state !== 'dead') return false
  const serialQueue = await takeSerialQueue(transaction, job, { id, run_at: now.getTime() })
  const { numUpdatedRows: revived } = await transaction
    .updateTable('job')
    .set({ state: 'waiting', seq: serialQueue.last_seq, attempts: 0, run_at: now.getTime() })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow()
  if (revived === 1n) return true
  // Another has run it again meanwhile: an idle serial queue must not keep it as its head.
  if (serialQueue.state === 'ready') await moveHead(transaction, serialQueue)
  return false
}

/** How many jobs wait or are dead, for the metrics. */
export async function countJobs(db: Db): Promise<{ queue: string; state: string; count: number }[]> {
  const rows = await db
    .selectFrom('job')
    .select(['queue', 'state', sql<number>`count(*)`.as('count')])
    .groupBy(['queue', 'state'])
    .execute()
  return rows.map(({ queue, state, count }) => ({ queue, state, count: Number(count) }))
}
