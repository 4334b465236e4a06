import { orderedId } from '../../identifiers/ordered-id.ts'
import { type Selectable, sql } from 'kysely'

import { traceparentForJob } from '../../tracing/current-trace.ts'
import { note, topic } from '../engine/after-commit-notifications.ts'
import { compiledOnce } from '../engine/compiled-once.ts'
import { boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { JobTable, SerialQueueTable } from '../engine/tables/job-tables.ts'

export interface JobRequest {
  readonly queue: string
  /** Jobs of one key run one after another, in the order of the commits that made them. */
  readonly key: string
  readonly payload: object
  readonly runAt: Date
  /** The handler reads the newest state itself: a job that waits already stands for this one too. */
  readonly coalesce?: boolean
}

/** A serial queue has a new head, due at this time. */
export interface DueJob {
  readonly queue: string
  readonly dueAt: Date
}
export const JOB_DUE = topic<DueJob>('a job that is due')

export const noteDue = (transaction: Db, queue: string, dueAtMs: number): void =>
  note(transaction, JOB_DUE, { queue, dueAt: new Date(dueAtMs) })

/** A job as its serial queue sees it. `run_at`: milliseconds. */
export type Head = Pick<JobTable, 'id' | 'run_at'>
export type SerialQueueName = Pick<SerialQueueTable, 'queue' | 'queue_key'>

const insertion = compiledOnce((db, row: JobTable) => db.insertInto('job').values(row))

/**
 * Adds a job inside the caller's transaction: it exists if and only if that commits. The serial queue's row is taken first and
 * the number second, so that the numbers of one key follow the order of commits.
 */
export async function enqueueJob(transaction: Db, { queue, key, payload, runAt, coalesce }: JobRequest): Promise<void> {
  const job = { id: orderedId(), run_at: runAt.getTime() }
  const serialQueue = await takeSerialQueue(transaction, { queue, queue_key: key }, job, coalesce)
  if (coalesce && serialQueue.head_id !== job.id && (await joinWaitingJob(transaction, serialQueue, job.run_at))) return
  await insertion(transaction, {
    ...job,
    queue,
    queue_key: key,
    seq: serialQueue.last_seq,
    state: 'waiting',
    payload: JSON.stringify(payload),
    attempts: 0,
    last_error: null,
    created_at: Date.now(),
    traceparent: traceparentForJob(runAt),
  })
}

/**
 * Holds the serial queue's row until the transaction ends and draws its next number. Where nothing waited, `job` is the head from
 * here on, and whoever called has to see to it that this job waits. `joins`: a head that waits stands for this job, too; it
 * comes no later than this one would have, and no number is drawn.
 */
export async function takeSerialQueue(
  transaction: Db,
  { queue, queue_key }: SerialQueueName,
  job: Head,
  joins = false,
): Promise<Selectable<SerialQueueTable>> {
  const take = joins ? takingToJoin : takingToAppend
  const [serialQueue] = (await take(transaction, { queue, queue_key, head_id: job.id, run_at: job.run_at })).rows
  if (!serialQueue) throw new Error(`The serial queue ${queue_key} of ${queue} answered nothing`)
  if (serialQueue.state === 'ready' && serialQueue.run_at === job.run_at) noteDue(transaction, queue, job.run_at)
  return serialQueue
}

const APPENDED = {
  last_seq: sql<number>`serial_queue.last_seq + 1`,
  run_at: sql<number>`case serial_queue.state when 'idle' then excluded.run_at else serial_queue.run_at end`,
}
const JOINED = {
  last_seq: sql<number>`case serial_queue.state when 'ready' then serial_queue.last_seq else serial_queue.last_seq + 1 end`,
  run_at: sql<number>`case when serial_queue.state = 'idle' or (serial_queue.state = 'ready' and excluded.run_at < serial_queue.run_at)
    then excluded.run_at else serial_queue.run_at end`,
}

type Taking = SerialQueueName & { readonly head_id: string; readonly run_at: number }

const takingBy = (change: typeof APPENDED) =>
  compiledOnce((db, taking: Taking) =>
    db
      .insertInto('serial_queue')
      .values({ ...taking, state: 'ready', last_seq: 1, lease_token: null, lease_until: null })
      .onConflict((conflict) =>
        conflict.columns(['queue', 'queue_key']).doUpdateSet({
          head_id: sql<string>`case serial_queue.state when 'idle' then excluded.head_id else serial_queue.head_id end`,
          state: sql<string>`case serial_queue.state when 'idle' then 'ready' else serial_queue.state end`,
          ...change,
        }),
      )
      .returningAll(),
  )
const takingToAppend = takingBy(APPENDED)
const takingToJoin = takingBy(JOINED)

/** A head that is leased may have read the state already; only a job that has not begun can stand for another. */
async function joinWaitingJob(
  transaction: Db,
  serialQueue: Selectable<SerialQueueTable>,
  runAt: number,
): Promise<boolean> {
  if (serialQueue.state === 'ready') {
    if (serialQueue.run_at === runAt) await moveForward(transaction, serialQueue.head_id, runAt)
    return true
  }
  const waiting = await findBehind(transaction, serialQueue)
  if (waiting && runAt < waiting.run_at) await moveForward(transaction, waiting.id, runAt)
  return waiting !== undefined
}

const moveForward = (transaction: Db, id: string | null, runAt: number) =>
  transaction.updateTable('job').set({ run_at: runAt }).where('id', '=', id).execute()

const waitingBehind = compiledOnce((db, { queue, queue_key, head }: SerialQueueName & { readonly head: string }) =>
  db
    .selectFrom('job')
    .selectAll()
    .where('queue', '=', boundText(queue))
    .where('queue_key', '=', boundText(queue_key))
    .where('state', '=', sql.lit('waiting'))
    .where('id', '!=', boundText(head))
    .orderBy('seq')
    .limit(sql.lit(1)),
)

/** The oldest job that waits behind the head that is at work. */
export const findBehind = async (
  transaction: Db,
  { queue, queue_key, head_id }: SerialQueueName & { readonly head_id: string | null },
): Promise<Selectable<JobTable> | undefined> =>
  (await waitingBehind(transaction, { queue, queue_key, head: head_id ?? '' })).rows[0]

export async function setHead(transaction: Db, serialQueue: SerialQueueName, head: Head): Promise<void> {
  await transaction
    .updateTable('serial_queue')
    .set({ state: 'ready', head_id: head.id, run_at: head.run_at, lease_token: null, lease_until: null })
    .where('queue', '=', serialQueue.queue)
    .where('queue_key', '=', serialQueue.queue_key)
    .execute()
  noteDue(transaction, serialQueue.queue, head.run_at)
}

/** Makes the oldest waiting job the head, or leaves the serial queue idle. The serial queue's row is held by the caller. */
export async function moveHead(transaction: Db, serialQueue: SerialQueueName): Promise<void> {
  const next = await findBehind(transaction, { ...serialQueue, head_id: null })
  if (next) return setHead(transaction, serialQueue, next)
  await transaction
    .updateTable('serial_queue')
    .set({ state: 'idle', head_id: null, run_at: 0, lease_token: null, lease_until: null })
    .where('queue', '=', serialQueue.queue)
    .where('queue_key', '=', serialQueue.queue_key)
    .execute()
}
