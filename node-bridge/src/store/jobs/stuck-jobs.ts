import { sql } from 'kysely'

import { noteDue } from './serial-queue-jobs.ts'
import type { Db } from '../engine/tables.ts'

export interface StuckJobRow {
  readonly id: string
  readonly queue: string
  readonly key: string
  readonly state: 'dead' | 'retrying'
  readonly connectionId: string | null
  readonly connectionName: string | null
  readonly attempts: number
  readonly lastError: string
  readonly since: Date
  readonly nextTryAt: Date | null
}

/** One or two failures are weather: a job is stuck when it is dead, or has failed this often and goes on. */
const STUCK_AFTER = 3

const stuck = (db: Db) =>
  db
    .selectFrom('job')
    .where(({ eb, or, and }) =>
      or([eb('job.state', '=', 'dead'), and([eb('job.state', '=', 'waiting'), eb('job.attempts', '>=', STUCK_AFTER)])]),
    )

/** Most serial queues are named after a connection, some with a word before its id. */
const connectionNamed = sql<string>`substr(job.queue_key, length(job.queue_key) - 35)`

/** The dead first, each oldest first, with the connection that the serial queue is named after. */
export async function listStuckJobs(db: Db, limit: number): Promise<StuckJobRow[]> {
  const rows = await stuck(db)
    .leftJoin('connection', (join) => join.on('connection.id', '=', connectionNamed))
    .select(['job.id', 'job.queue', 'job.queue_key', 'job.state', 'job.attempts', 'job.last_error'])
    .select(['job.created_at', 'job.run_at', 'connection.id as connection_id', 'connection.name as connection_name'])
    .orderBy('job.state')
    .orderBy('job.created_at')
    .orderBy('job.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    queue: row.queue,
    key: row.queue_key,
    state: row.state === 'dead' ? 'dead' : 'retrying',
    connectionId: row.connection_id,
    connectionName: row.connection_name,
    attempts: row.attempts,
    lastError: row.last_error ?? '',
    since: new Date(row.created_at),
    nextTryAt: row.state === 'dead' ? null : new Date(row.run_at),
  }))
}

export async function countStuckJobs(db: Db): Promise<{ dead: number; retrying: number }> {
  const rows = await stuck(db)
    .select(['job.state', sql<number>`count(*)`.as('count')])
    .groupBy('job.state')
    .execute()
  const countOf = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { dead: countOf('dead'), retrying: countOf('waiting') }
}

/** Ids of the stuck jobs of a queue, oldest first. */
export async function listStuckIds(db: Db, queue: string): Promise<string[]> {
  const rows = await stuck(db).select('job.id').where('job.queue', '=', queue).orderBy('job.created_at').execute()
  return rows.map(({ id }) => id)
}

/**
 * Lets a stuck job that waits for its next attempt run at once; what it has failed before stays counted. False when it is at
 * work, gone or not stuck, and nothing happens. Serial queue first, job second, as in every other step.
 */
export async function runJobNow(transaction: Db, id: string, now: Date): Promise<boolean> {
  const serialQueue = await transaction
    .updateTable('serial_queue')
    .set({ run_at: now.getTime() })
    .where('head_id', '=', id)
    .where('state', '=', 'ready')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('job').select('job.id').where('job.id', '=', id).where('job.attempts', '>=', STUCK_AFTER)),
    )
    .returning('queue')
    .executeTakeFirst()
  if (!serialQueue) return false
  noteDue(transaction, serialQueue.queue, now.getTime())
  const { numUpdatedRows: jobs } = await transaction
    .updateTable('job')
    .set({ run_at: now.getTime() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return jobs === 1n
}
