import type { Selectable } from 'kysely'

import type { SealedKey } from './connection-record.ts'
import type { Db, RekeyTable } from './engine/tables.ts'

/** A code that renews the keys of a connection, as accepted here. The sealed parts are gone once the answer is final. */
export interface RekeyRecord {
  readonly invitationId: string
  readonly connectionId: string
  readonly waiting: { readonly invitationSealed: string; readonly key: SealedKey } | null
  readonly expiresAt: Date
}

const recordOf = (row: Selectable<RekeyTable>): RekeyRecord => ({
  invitationId: row.invitation_id,
  connectionId: row.connection_id,
  waiting:
    row.invitation_sealed === null || row.key_sealed === null
      ? null
      : { invitationSealed: row.invitation_sealed, key: { x: row.key_x, sealed: row.key_sealed } },
  expiresAt: new Date(row.expires_at),
})

export async function findRekey(db: Db, invitationId: string): Promise<RekeyRecord | undefined> {
  const row = await db.selectFrom('rekey').selectAll().where('invitation_id', '=', invitationId).executeTakeFirst()
  return row && recordOf(row)
}

/** False when this code was accepted before; nothing is written then. */
export async function insertRekey(
  db: Db,
  { invitationId, connectionId, waiting, expiresAt }: RekeyRecord & { readonly waiting: object },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('rekey')
    .values({
      invitation_id: invitationId,
      connection_id: connectionId,
      invitation_sealed: waiting.invitationSealed,
      key_x: waiting.key.x,
      key_sealed: waiting.key.sealed,
      expires_at: expiresAt.getTime(),
    })
    .onConflict((conflict) => conflict.column('invitation_id').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** The answer is final. */
export async function finishRekey(db: Db, invitationId: string): Promise<void> {
  await db
    .updateTable('rekey')
    .set({ invitation_sealed: null, key_sealed: null })
    .where('invitation_id', '=', invitationId)
    .execute()
}
