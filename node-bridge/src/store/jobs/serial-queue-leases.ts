import { sql } from 'kysely'

import { boundNumber, boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** Proof that this worker may finish this job. After the lease has passed to another, the token opens nothing. */
export interface Lease {
  readonly queue: string
  readonly key: string
  readonly token: string
}

/** The serial queue of a lease, while it is held. */
export const leasedQueue = (transaction: Db, { queue, key, token }: Lease) =>
  transaction
    .updateTable('serial_queue')
    .where('queue', '=', boundText(queue))
    .where('queue_key', '=', boundText(key))
    .where('state', '=', sql.lit('leased'))
    .where('lease_token', '=', token)

/**
 * A long job says that its worker lives: `lease_until` changes, whatever the clock of the worker does. Who watches the lease
 * looks for the change, not at the time.
 */
export async function renewLease(db: Db, { queue, key, token }: Lease, until: Date): Promise<void> {
  const untilMs = boundNumber(until.getTime())
  await db
    .updateTable('serial_queue')
    .set({ lease_until: sql<number>`case when lease_until < ${untilMs} then ${untilMs} else lease_until + 1 end` })
    .where('queue', '=', queue)
    .where('queue_key', '=', key)
    .where('lease_token', '=', token)
    .execute()
}

/** A lease as it stands now; its renewal, and its next job, change it. */
export interface SeenLease extends Lease {
  readonly headId: string
  readonly until: number
}

/** Every lease of these queues that is held, by whichever replica. */
export async function listLeases(db: Db, queues: readonly string[]): Promise<SeenLease[]> {
  const serialQueues = await db
    .selectFrom('serial_queue')
    .select(['lease_token', 'lease_until', 'head_id', 'queue', 'queue_key'])
    .where('state', '=', sql.lit('leased'))
    .where('queue', 'in', queues.map(boundText))
    .execute()
  return serialQueues.map((serialQueue) => ({
    queue: serialQueue.queue,
    key: serialQueue.queue_key,
    token: serialQueue.lease_token ?? '',
    headId: serialQueue.head_id ?? '',
    until: serialQueue.lease_until ?? 0,
  }))
}

/** At the start of the only process that uses the database: whoever held a lease is gone. */
export async function returnAllLeases(db: Db): Promise<void> {
  await db
    .updateTable('serial_queue')
    .set({ state: 'ready', lease_token: null, lease_until: null })
    .where('state', '=', sql.lit('leased'))
    .execute()
}

/** What a stopped or killed worker held can be claimed again. False when it was renewed, ended or returned meanwhile. */
export async function returnLease(db: Db, seen: SeenLease): Promise<boolean> {
  const { numUpdatedRows: returned } = await leasedQueue(db, seen)
    .set({ state: 'ready', lease_token: null, lease_until: null })
    .where('head_id', '=', seen.headId)
    .where('lease_until', '=', seen.until)
    .executeTakeFirstOrThrow()
  return returned === 1n
}
