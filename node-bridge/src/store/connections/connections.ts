import type { Transition } from '@accord/shared/protocol'
import { type Insertable, sql, type Updateable } from 'kysely'

import { type ConnectionRecord, nameKeyOf } from './connection-record.ts'
import { changesOf, recordOf, rowOf } from './connection-row.ts'
import { note, requireTransaction, topic } from '../engine/after-commit-notifications.ts'
import { compiledOnce } from '../engine/compiled-once.ts'
import { boundText } from '../engine/statements.ts'
import type { ConnectionTable } from '../engine/tables/connection-tables.ts'
import type { Db } from '../engine/tables.ts'

const connectionById = compiledOnce((db, { id }: { id: string }) =>
  db.selectFrom('connection').selectAll().where('id', '=', id),
)

export async function findConnection(db: Db, id: string): Promise<ConnectionRecord | undefined> {
  const [row] = (await connectionById(db, { id })).rows
  return row && recordOf(row)
}

export async function findConnectionByRequest(db: Db, requestId: string): Promise<ConnectionRecord | undefined> {
  const row = await db.selectFrom('connection').selectAll().where('request_id', '=', requestId).executeTakeFirst()
  return row && recordOf(row)
}

const connectionBySharedId = compiledOnce((db, { sharedId }: { sharedId: string }) =>
  db.selectFrom('connection').selectAll().where('shared_id', '=', sharedId),
)

/** By the id that both sides use between them. */
export async function findSharedConnection(db: Db, sharedId: string): Promise<ConnectionRecord | undefined> {
  const [row] = (await connectionBySharedId(db, { sharedId })).rows
  return row && recordOf(row)
}

const insertion = compiledOnce((db, row: Insertable<ConnectionTable>) =>
  db
    .insertInto('connection')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
)

/** What the tables of transitions know, and how a connection begins. */
export type ConnectionStep = Transition | 'initiate' | 'accept'

/** A connection as it was written, and the step of its life that led there, if it was one. */
export interface ConnectionChange {
  readonly record: ConnectionRecord
  readonly step: ConnectionStep | undefined
}
/** The two functions below are the only ones that write a connection, so no change of one goes unnoticed. */
export const CONNECTION_CHANGED = topic<ConnectionChange>('a change of a connection')

/** False when its name, or the request that made it, is taken; nothing is written then. */
export async function insertConnection(
  transaction: Db,
  record: ConnectionRecord,
  step?: ConnectionStep,
): Promise<boolean> {
  requireTransaction(transaction)
  const { numAffectedRows: inserted } = await insertion(transaction, rowOf(record))
  if (inserted === 1n) note(transaction, CONNECTION_CHANGED, { record, step })
  return inserted === 1n
}

interface Replaced {
  readonly replacedId: string
  readonly wasAt: number
  readonly was: string
}

const replacement = compiledOnce((db, { replacedId, wasAt, was, ...columns }: Replaced & Updateable<ConnectionTable>) =>
  db
    .updateTable('connection')
    .set(columns)
    .where('id', '=', replacedId)
    .where('revision', '=', wasAt)
    .where('state', '=', was),
)

/** Writes `changed` over `before` if nobody else has changed it since; false otherwise. */
export async function replaceConnection(
  transaction: Db,
  before: ConnectionRecord,
  changed: ConnectionRecord,
  step?: ConnectionStep,
): Promise<boolean> {
  requireTransaction(transaction)
  const expected = { replacedId: before.id, wasAt: before.revision, was: before.state }
  const { numAffectedRows: updated } = await replacement(transaction, { ...expected, ...changesOf(before, changed) })
  if (updated === 1n) note(transaction, CONNECTION_CHANGED, { record: changed, step })
  return updated === 1n
}

/** Is the name free among the connections that have not ended? `exceptId`: the one that asks for itself. */
export async function isNameFree(db: Db, name: string, exceptId = ''): Promise<boolean> {
  const holder = await db
    .selectFrom('connection')
    .select('id')
    .where('name_key', '=', boundText(nameKeyOf(name)))
    .where('ended', '=', sql.lit(0))
    .where('id', '!=', exceptId)
    .executeTakeFirst()
  return holder === undefined
}

export async function countConnectionsByState(db: Db): Promise<{ state: string; count: number }[]> {
  const rows = await db
    .selectFrom('connection')
    .select(['state', sql<number>`count(*)`.as('count')])
    .groupBy('state')
    .execute()
  return rows.map(({ state, count }) => ({ state, count: Number(count) }))
}

/** Those that have not ended, each once: of a local connection its source. */
export async function countOpenConnections(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('connection')
    .select(sql<number>`count(*)`.as('count'))
    .where('ended', '=', sql.lit(0))
    .where((where) => where.or([where('peer_connection_id', 'is', null), where('side', '=', 'source')]))
    .executeTakeFirstOrThrow()
  return Number(count)
}
