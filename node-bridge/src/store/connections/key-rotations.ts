import type { Insertable, Selectable } from 'kysely'

import type { Db } from '../engine/tables.ts'
import type { KeyRotationTable } from '../engine/tables/connection-tables.ts'

export type KeyOwner = 'local' | 'remote'

/** One replacement of a side's key. `keySealed`: the new private key, while the peer has not acknowledged it. */
export interface KeyRotation {
  readonly connectionId: string
  readonly owner: KeyOwner
  readonly seq: number
  readonly previousX: string
  readonly x: string
  readonly keySealed: string | null
  readonly statement: string
  readonly state: 'published' | 'done'
  readonly at: Date
  /** Until when the key before is still taken, and its thumbprint; remote keys only. */
  readonly previousUntil: Date | null
  readonly previousKid: string | null
  /** Until when the rotations of this side so far are paid for. */
  readonly paidUntil: Date | null
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))

const recordOf = (row: Selectable<KeyRotationTable>): KeyRotation => ({
  connectionId: row.connection_id,
  owner: row.owner as KeyOwner,
  seq: row.seq,
  previousX: row.previous_x,
  x: row.x,
  keySealed: row.key_sealed,
  statement: row.statement,
  state: row.state as KeyRotation['state'],
  at: new Date(row.at),
  previousUntil: dateOf(row.previous_until),
  previousKid: row.previous_kid,
  paidUntil: dateOf(row.paid_until),
})

const rowOf = (rotation: KeyRotation): Insertable<KeyRotationTable> => ({
  connection_id: rotation.connectionId,
  owner: rotation.owner,
  seq: rotation.seq,
  previous_x: rotation.previousX,
  x: rotation.x,
  key_sealed: rotation.keySealed,
  statement: rotation.statement,
  state: rotation.state,
  at: rotation.at.getTime(),
  previous_until: rotation.previousUntil?.getTime() ?? null,
  previous_kid: rotation.previousKid,
  paid_until: rotation.paidUntil?.getTime() ?? null,
})

/** Oldest first. */
export async function listKeyRotations(db: Db, connectionId: string, owner: KeyOwner): Promise<KeyRotation[]> {
  const rows = await db
    .selectFrom('key_rotation')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('owner', '=', owner)
    .orderBy('seq')
    .execute()
  return rows.map(recordOf)
}

/** False when this place in the chain is taken; nothing is written then. */
export async function insertKeyRotation(db: Db, rotation: KeyRotation): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('key_rotation')
    .values(rowOf(rotation))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** The peer has acknowledged: the private key now lives with the connection alone. False when that was noted before. */
export async function finishKeyRotation(db: Db, { connectionId, owner, seq }: KeyRotation): Promise<boolean> {
  const { numUpdatedRows: updated } = await db
    .updateTable('key_rotation')
    .set({ state: 'done', key_sealed: null })
    .where('connection_id', '=', connectionId)
    .where('owner', '=', owner)
    .where('seq', '=', seq)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  return updated === 1n
}

/** Public point of the peer's key before, if it has this thumbprint and is still taken at `now`. */
export async function findEarlierKey(
  db: Db,
  connectionId: string,
  kid: string,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('key_rotation')
    .select('previous_x')
    .where('connection_id', '=', connectionId)
    .where('previous_kid', '=', kid)
    .where('owner', '=', 'remote')
    .where('previous_until', '>', now.getTime())
    .executeTakeFirst()
  return row?.previous_x
}

/** What lies so far back in a chain that nothing asks for it. */
export async function forgetLinksBefore(
  db: Db,
  { connectionId, owner, seq }: Pick<KeyRotation, 'connectionId' | 'owner' | 'seq'>,
): Promise<void> {
  await db
    .deleteFrom('key_rotation')
    .where('connection_id', '=', connectionId)
    .where('owner', '=', owner)
    .where('seq', '<', seq)
    .execute()
}

/** Fresh keys that were agreed on with a code begin chains of their own. */
export async function forgetKeyRotations(db: Db, connectionId: string): Promise<void> {
  await db.deleteFrom('key_rotation').where('connection_id', '=', connectionId).execute()
}
