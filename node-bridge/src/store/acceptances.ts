import type { Selectable } from 'kysely'

import { compiledOnce } from './engine/compiled-once.ts'
import type { AcceptanceTable, Db } from './engine/tables.ts'

/** A code that was accepted here, and the connection that it made. */
export interface AcceptanceRecord {
  readonly invitationId: string
  readonly connectionId: string
  /** The read invitation with its key, sealed; null once the answer is final. */
  readonly invitationSealed: string | null
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly invitedInstanceUid: string | null
  readonly acceptedAt: Date
  readonly attempts: number
  /** Of the code; null where it names none. */
  readonly offer: { readonly id: string; readonly number: number } | null
}

const recordOf = (row: Selectable<AcceptanceTable>): AcceptanceRecord => ({
  invitationId: row.invitation_id,
  connectionId: row.connection_id,
  invitationSealed: row.invitation_sealed,
  issuedAt: new Date(row.issued_at),
  expiresAt: new Date(row.expires_at),
  invitedInstanceUid: row.invited_instance_uid,
  acceptedAt: new Date(row.accepted_at),
  attempts: row.attempts,
  offer: row.offer_id === null || row.offer_number === null ? null : { id: row.offer_id, number: row.offer_number },
})

/** False when this code was accepted before; nothing is written then. */
export async function insertAcceptance(db: Db, acceptance: AcceptanceRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('acceptance')
    .values({
      invitation_id: acceptance.invitationId,
      connection_id: acceptance.connectionId,
      invitation_sealed: acceptance.invitationSealed,
      issued_at: acceptance.issuedAt.getTime(),
      expires_at: acceptance.expiresAt.getTime(),
      invited_instance_uid: acceptance.invitedInstanceUid,
      accepted_at: acceptance.acceptedAt.getTime(),
      attempts: acceptance.attempts,
      offer_id: acceptance.offer?.id ?? null,
      offer_number: acceptance.offer?.number ?? null,
    })
    .onConflict((conflict) => conflict.column('invitation_id').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

export async function findAcceptance(db: Db, invitationId: string): Promise<AcceptanceRecord | undefined> {
  const row = await db.selectFrom('acceptance').selectAll().where('invitation_id', '=', invitationId).executeTakeFirst()
  return row && recordOf(row)
}

/** The accepted codes of one offer. Whoever names an offer need not be its source: the caller compares identities. */
export async function listOffered(db: Db, offerId: string): Promise<AcceptanceRecord[]> {
  const rows = await db.selectFrom('acceptance').selectAll().where('offer_id', '=', offerId).execute()
  return rows.map(recordOf)
}

const acceptancesOf = compiledOnce((db, connectionIds: readonly string[]) =>
  db.selectFrom('acceptance').selectAll().where('connection_id', 'in', connectionIds),
)

/** For lists: by connection id. */
export async function findAcceptances(
  db: Db,
  connectionIds: readonly string[],
): Promise<Map<string, AcceptanceRecord>> {
  if (connectionIds.length === 0) return new Map()
  const { rows } = await acceptancesOf(db, connectionIds)
  return new Map(rows.map((row) => [row.connection_id, recordOf(row)]))
}

export async function countAttempt(db: Db, invitationId: string): Promise<void> {
  await db
    .updateTable('acceptance')
    .set((expression) => ({ attempts: expression('attempts', '+', 1) }))
    .where('invitation_id', '=', invitationId)
    .execute()
}

/** The invitation key has done its work. */
export async function wipeInvitationKey(db: Db, invitationId: string): Promise<void> {
  await db
    .updateTable('acceptance')
    .set({ invitation_sealed: null })
    .where('invitation_id', '=', invitationId)
    .execute()
}

/** The same code was pasted again after a failure: it is tried again, from now on. */
export async function renewAcceptance(
  db: Db,
  invitationId: string,
  invitationSealed: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('acceptance')
    .set({ invitation_sealed: invitationSealed, accepted_at: now.getTime(), attempts: 0 })
    .where('invitation_id', '=', invitationId)
    .execute()
}
