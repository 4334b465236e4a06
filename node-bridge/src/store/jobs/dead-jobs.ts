import { sql } from 'kysely'

import { moveHead, takeSerialQueue } from './serial-queue-jobs.ts'
import type { Db } from '../engine/tables.ts'

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
