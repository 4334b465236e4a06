import {
  INVITATION_TRANSITIONS,
  type InvitationState,
  nextState,
  type RedemptionPurpose,
} from '@accord/shared/protocol'
import { type Selectable, sql } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { InvitationTable } from '../engine/tables/handshake-tables.ts'

/** The public facts of a code that this node issued. */
export interface InvitationRecord {
  readonly id: string
  readonly connectionId: string
  readonly purpose: RedemptionPurpose
  readonly state: InvitationState
  /** Public point of the invitation key. */
  readonly keyX: string
  readonly codeHash: string
  readonly invitedInstanceUid: string | null
  /** Thumbprints of the identity keys of the invited instance, of which one has to redeem; empty where none was known. */
  readonly invitedIdentities: readonly string[]
  readonly issuedAt: Date
  readonly expiresAt: Date
  /** Thumbprint of the connection key that spent it. */
  readonly redeemedBy: string | null
  /** The source's admin decides after the redeem. */
  readonly approval: boolean
  /** Why it was revoked, where its holder has to know. */
  readonly endReason?: 'address_changed' | undefined
}

const recordOf = (row: Selectable<InvitationTable>): InvitationRecord => ({
  id: row.id,
  connectionId: row.connection_id,
  purpose: row.purpose as RedemptionPurpose,
  state: row.state as InvitationState,
  keyX: row.key_x,
  codeHash: row.code_hash,
  invitedInstanceUid: row.invited_instance_uid,
  invitedIdentities: row.invited_identities === null ? [] : (JSON.parse(row.invited_identities) as string[]),
  issuedAt: new Date(row.issued_at),
  expiresAt: new Date(row.expires_at),
  redeemedBy: row.redeemed_by,
  approval: row.approval === 1,
  ...(row.end_reason === 'address_changed' ? { endReason: row.end_reason } : {}),
})

export async function insertInvitation(db: Db, invitation: InvitationRecord): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: invitation.id,
      connection_id: invitation.connectionId,
      purpose: invitation.purpose,
      state: invitation.state,
      key_x: invitation.keyX,
      code_hash: invitation.codeHash,
      invited_instance_uid: invitation.invitedInstanceUid,
      invited_identities: JSON.stringify(invitation.invitedIdentities),
      issued_at: invitation.issuedAt.getTime(),
      expires_at: invitation.expiresAt.getTime(),
      redeemed_by: invitation.redeemedBy,
      redeemed_at: null,
      approval: invitation.approval ? 1 : 0,
      end_reason: null,
    })
    .execute()
}

const invitationById = compiledOnce((db, { id }: { id: string }) =>
  db.selectFrom('invitation').selectAll().where('id', '=', id),
)

export async function findInvitation(db: Db, id: string): Promise<InvitationRecord | undefined> {
  const [row] = (await invitationById(db, { id })).rows
  return row && recordOf(row)
}

const invitationsById = compiledOnce((db, ids: readonly string[]) =>
  db.selectFrom('invitation').selectAll().where('id', 'in', ids),
)

/** For lists: the invitation of each connection, by invitation id. */
export async function findInvitations(db: Db, ids: readonly string[]): Promise<Map<string, InvitationRecord>> {
  if (ids.length === 0) return new Map()
  const { rows } = await invitationsById(db, ids)
  return new Map(rows.map((row) => [row.id, recordOf(row)]))
}

const spending = compiledOnce((db, { id, redeemedBy, now }: { id: string; redeemedBy: string; now: number }) =>
  db
    .updateTable('invitation')
    .set({ state: after('redeem'), redeemed_by: redeemedBy, redeemed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('expires_at', '>', now),
)

/** Spends the invitation for this key if nobody has and it has not expired. The `where` clause is the lock. */
export async function spendInvitation(db: Db, id: string, keyThumbprint: string, now: Date): Promise<boolean> {
  const spent = { id, redeemedBy: keyThumbprint, now: now.getTime() }
  const { numAffectedRows: updated } = await spending(db, spent)
  return updated === 1n
}

/** Nobody can redeem a code of this connection any more that nobody has redeemed yet. */
export async function revokeOpenInvitations(db: Db, connectionId: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ state: after('revoke') })
    .where('state', '=', sql.lit('open'))
    .where('connection_id', '=', connectionId)
    .execute()
}

/** Some of the open invitations of all connections, in no order that matters: whoever closes them asks again for the rest. */
export async function someOpenInvitations(db: Db, limit: number): Promise<InvitationRecord[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('state', '=', sql.lit('open'))
    .limit(sql.lit(limit))
    .execute()
  return rows.map(recordOf)
}

/** The code by which this side has given the connection its keys last. */
export async function findNewestSpent(db: Db, connectionId: string): Promise<InvitationRecord | undefined> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('state', '=', sql.lit('spent'))
    .orderBy('redeemed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && recordOf(row)
}

export async function countInvitations(db: Db, connectionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select(sql<number>`count(*)`.as('count'))
    .where('connection_id', '=', connectionId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The codes of a connection that somebody may use or has used. */
export async function listUsableInvitations(db: Db, connectionId: string): Promise<InvitationRecord[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('state', 'in', ['open', 'spent'])
    .execute()
  return rows.map(recordOf)
}

/** Closes an open invitation; false when it is not open any more. */
export async function closeInvitation(
  db: Db,
  id: string,
  event: 'revoke' | 'expire' | 'restore',
  endReason?: InvitationRecord['endReason'],
): Promise<boolean> {
  const { numUpdatedRows: updated } = await db
    .updateTable('invitation')
    .set({ state: after(event), ...(endReason === undefined ? {} : { end_reason: endReason }) })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return updated === 1n
}

function after(event: keyof (typeof INVITATION_TRANSITIONS)['open']): string {
  const state = nextState(INVITATION_TRANSITIONS, 'open', event)
  if (state === undefined) throw new Error(`The table knows no ${event} of an open invitation`)
  return state
}
