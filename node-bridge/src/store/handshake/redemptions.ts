import type { RedemptionPurpose } from '@accord/shared/protocol'
import type { Selectable } from 'kysely'

import type { SealedKey } from '../connections/connection-record.ts'
import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { RedemptionTable } from '../engine/tables/handshake-tables.ts'

/** A code that was accepted here, and the connection that it makes or whose keys it renews. */
export interface RedemptionRecord {
  readonly invitationId: string
  readonly connectionId: string
  readonly purpose: RedemptionPurpose
  /** The read invitation with its key, sealed; null once the answer is final. */
  readonly invitationSealed: string | null
  /** This side's new key of the connection. A failure keeps it, for another try; the grant hands it to the connection. */
  readonly key: SealedKey | null
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly invitedInstanceUid: string | null
  readonly acceptedAt: Date
  readonly attempts: number
  /** Of the code; null where it names none. */
  readonly offer: { readonly id: string; readonly number: number } | null
}

/** A redemption whose answer is outstanding. */
export interface WaitingRedemption extends RedemptionRecord {
  readonly invitationSealed: string
  readonly key: SealedKey
}

export function isWaiting(redemption: RedemptionRecord): redemption is WaitingRedemption {
  return redemption.invitationSealed !== null && redemption.key !== null
}

const recordOf = (row: Selectable<RedemptionTable>): RedemptionRecord => ({
  invitationId: row.invitation_id,
  connectionId: row.connection_id,
  purpose: row.purpose as RedemptionPurpose,
  invitationSealed: row.invitation_sealed,
  key: row.key_x === null || row.key_sealed === null ? null : { x: row.key_x, sealed: row.key_sealed },
  issuedAt: new Date(row.issued_at),
  expiresAt: new Date(row.expires_at),
  invitedInstanceUid: row.invited_instance_uid,
  acceptedAt: new Date(row.accepted_at),
  attempts: row.attempts,
  offer: row.offer_id === null || row.offer_number === null ? null : { id: row.offer_id, number: row.offer_number },
})

/** False when this code was accepted before, or another one of its connection waits; nothing is written then. */
export async function insertRedemption(db: Db, redemption: RedemptionRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('redemption')
    .values({
      invitation_id: redemption.invitationId,
      connection_id: redemption.connectionId,
      purpose: redemption.purpose,
      invitation_sealed: redemption.invitationSealed,
      key_x: redemption.key?.x ?? null,
      key_sealed: redemption.key?.sealed ?? null,
      issued_at: redemption.issuedAt.getTime(),
      expires_at: redemption.expiresAt.getTime(),
      invited_instance_uid: redemption.invitedInstanceUid,
      accepted_at: redemption.acceptedAt.getTime(),
      attempts: redemption.attempts,
      offer_id: redemption.offer?.id ?? null,
      offer_number: redemption.offer?.number ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

export async function findRedemption(db: Db, invitationId: string): Promise<RedemptionRecord | undefined> {
  return (await findRedemptions(db, [invitationId])).get(invitationId)
}

/** The accepted codes of one offer. Whoever names an offer need not be its source: the caller compares identities. */
export async function listOffered(db: Db, offerId: string): Promise<RedemptionRecord[]> {
  const rows = await db.selectFrom('redemption').selectAll().where('offer_id', '=', offerId).execute()
  return rows.map(recordOf)
}

const redemptionsById = compiledOnce((db, ids: readonly string[]) =>
  db.selectFrom('redemption').selectAll().where('invitation_id', 'in', ids),
)

/** For lists: by invitation id. */
export async function findRedemptions(db: Db, ids: readonly string[]): Promise<Map<string, RedemptionRecord>> {
  if (ids.length === 0) return new Map()
  const { rows } = await redemptionsById(db, ids)
  return new Map(rows.map((row) => [row.invitation_id, recordOf(row)]))
}

const waitingOf = compiledOnce((db, { connectionId }: { connectionId: string }) =>
  db
    .selectFrom('redemption')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('invitation_sealed', 'is not', null),
)

/** The one of this connection that waits for its answer. */
export async function findWaitingRedemption(db: Db, connectionId: string): Promise<WaitingRedemption | undefined> {
  const [row] = (await waitingOf(db, { connectionId })).rows
  const redemption = row && recordOf(row)
  return redemption && isWaiting(redemption) ? redemption : undefined
}

/** False when it waits no more. */
export async function countAttempt(db: Db, invitationId: string): Promise<boolean> {
  const { numUpdatedRows: counted } = await db
    .updateTable('redemption')
    .set((expression) => ({ attempts: expression('attempts', '+', 1) }))
    .where('invitation_id', '=', invitationId)
    .where('invitation_sealed', 'is not', null)
    .executeTakeFirstOrThrow()
  return counted === 1n
}

const WITHOUT_KEY = { key_x: null, key_sealed: null }

/** The answer is final: the invitation key has done its work. False when it waits no more. The `where` clause is the lock. */
export async function finishRedemption(db: Db, invitationId: string, outcome: 'granted' | 'refused'): Promise<boolean> {
  const { numUpdatedRows: finished } = await db
    .updateTable('redemption')
    .set({ invitation_sealed: null, ...(outcome === 'granted' ? WITHOUT_KEY : {}) })
    .where('invitation_id', '=', invitationId)
    .where('invitation_sealed', 'is not', null)
    .executeTakeFirstOrThrow()
  return finished === 1n
}

/** The same code was pasted again after a failure: it is tried again, by the same key, from now on. */
export async function renewRedemption(
  db: Db,
  invitationId: string,
  invitationSealed: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows: renewed } = await db
    .updateTable('redemption')
    .set({ invitation_sealed: invitationSealed, accepted_at: now.getTime(), attempts: 0 })
    .where('invitation_id', '=', invitationId)
    .where('invitation_sealed', 'is', null)
    .executeTakeFirstOrThrow()
  return renewed === 1n
}

/** Another code of the connection, `by`, takes the place of the one that waits, whose answer changes nothing any more. */
export async function replaceWaitingRedemption(db: Db, connectionId: string, by: string): Promise<void> {
  await db
    .updateTable('redemption')
    .set({ invitation_sealed: null })
    .where('connection_id', '=', connectionId)
    .where('invitation_id', '!=', by)
    .where('invitation_sealed', 'is not', null)
    .execute()
}

/** The connection has ended: no key of it is tried again. */
export async function wipeRedemptions(db: Db, connectionId: string): Promise<void> {
  await db
    .updateTable('redemption')
    .set({ invitation_sealed: null, ...WITHOUT_KEY })
    .where('connection_id', '=', connectionId)
    .execute()
}
