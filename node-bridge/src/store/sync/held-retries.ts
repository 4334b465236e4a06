import { orderedId } from '../../identifiers/ordered-id.ts'
import type { Db } from '../engine/tables.ts'
import type { Held } from './held-pairs.ts'

/** Which pairs in quarantine are being tried again, and how far that has come. */
export interface HeldRetry extends Held {
  readonly id: string
  readonly table: string | null
  /** Of the rules that were published; null: a person wants it. */
  readonly direction: string | null
  readonly actor: string | null
  /** The last pair that was tried. */
  readonly after: string
  readonly done: number
  readonly total: number
}

export type NewHeldRetry = Omit<HeldRetry, 'id' | 'after' | 'done'>

/** Answers its id. */
export async function insertHeldRetry(transaction: Db, retry: NewHeldRetry): Promise<string> {
  const id = orderedId()
  const { connectionId, table, direction, cause, actor, total } = retry
  await transaction
    .insertInto('held_retry')
    .values({
      id,
      connection_id: connectionId,
      table_name: table,
      direction,
      cause,
      actor,
      after_id: '',
      done: 0,
      total,
    })
    .execute()
  return id
}

export async function findHeldRetry(db: Db, id: string): Promise<HeldRetry | undefined> {
  const row = await db.selectFrom('held_retry').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      connectionId: row.connection_id,
      table: row.table_name,
      direction: row.direction,
      cause: row.cause,
      actor: row.actor,
      after: row.after_id,
      done: row.done,
      total: row.total,
    }
  )
}

export async function advanceHeldRetry(
  transaction: Db,
  { id, after, done }: Pick<HeldRetry, 'id' | 'after' | 'done'>,
): Promise<void> {
  await transaction.updateTable('held_retry').set({ after_id: after, done }).where('id', '=', id).execute()
}

export async function deleteHeldRetry(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('held_retry').where('id', '=', id).execute()
}

/** Of all that goes on at this connection; undefined: nothing does. */
export async function sumHeldRetries(
  db: Db,
  connectionId: string,
): Promise<{ readonly done: number; readonly total: number } | undefined> {
  const { done, total } = await db
    .selectFrom('held_retry')
    .select(({ fn }) => [fn.sum('done').as('done'), fn.sum('total').as('total')])
    .where('connection_id', '=', connectionId)
    .executeTakeFirstOrThrow()
  return total === null ? undefined : { done: Number(done), total: Number(total) }
}
