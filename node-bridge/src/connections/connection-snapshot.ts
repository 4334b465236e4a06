import { hasTrait, type Side } from '@accord/shared/protocol'
import type {
  ConnectionDetail,
  ConnectionSnapshot,
  HandshakeEntry,
  InvitationDetails,
  RefusedRedeem,
} from '@accord/shared/schemas'
import type { z } from 'zod'

import { fingerprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord, RefusedRedeemRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { type ContactRecord, findContacts } from '../store/connections/contacts.ts'
import { listHandshakeEntries } from '../store/connections/handshake-events.ts'
import { findInvitations, type InvitationRecord } from '../store/handshake/invitations.ts'
import { findRedemptions, type RedemptionRecord } from '../store/handshake/redemptions.ts'
import type { Db } from '../store/engine/tables.ts'
import { bindingOf, invitedAs } from './invited.ts'

const LOG_ENTRIES = 200

/** Connections as their own side shows them, in the given order. `fingerprint`: of this node's identity key. */
export async function takeSnapshots(
  db: Db,
  records: readonly ConnectionRecord[],
  fingerprint: string,
): Promise<ConnectionSnapshot[]> {
  const codesAt = (at: Side) => records.flatMap(({ side, invitationId }) => (side === at && invitationId) || [])
  const invitations = await findInvitations(db, codesAt('source'))
  const redemptions = await findRedemptions(db, codesAt('destination'))
  const contacts = await findContacts(
    db,
    records.flatMap(({ id, state }) => (hasTrait(state, 'beforeContact') ? [] : id)),
  )
  return records.map((record) => {
    const invitation = invitations.get(record.invitationId ?? '')
    const redemption = redemptions.get(record.invitationId ?? '')
    const details = invitation
      ? detailsOf(invitation, record)
      : redemption
        ? acceptedDetailsOf(redemption, record)
        : null
    return snapshotOf(record, details, contacts.get(record.id), fingerprint)
  })
}

/** A connection whose code was issued just now, by what its maker knows. */
export const snapshotOfIssued = (
  record: ConnectionRecord,
  invitation: InvitationRecord,
  fingerprint: string,
): ConnectionSnapshot => snapshotOf(record, detailsOf(invitation, record), undefined, fingerprint)

/** One connection with the newest entries of its log. Throws `connection_unknown`. */
export async function readDetail(
  db: Db,
  id: string,
  fingerprint: string,
  logEntries = LOG_ENTRIES,
): Promise<z.infer<typeof ConnectionDetail>> {
  const record = await findConnection(db, id)
  const [connection] = record ? await takeSnapshots(db, [record], fingerprint) : []
  if (!connection) throw new Refusal('connection_unknown')
  const log: HandshakeEntry[] = await listHandshakeEntries(db, id, logEntries)
  return { connection, log }
}

/** A code of ours as the pages show it. */
export const detailsOf = (invitation: InvitationRecord, { destinationUrl }: ConnectionRecord): InvitationDetails => ({
  id: invitation.id,
  state: invitation.state,
  issuedAt: invitation.issuedAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
  invitedInstanceUid: invitation.invitedInstanceUid,
  boundTo: bindingOf(invitedAs(invitation)),
  invitedKeyFingerprints: invitation.invitedIdentities.map(fingerprintOf),
  destinationUrl,
})

const acceptedDetailsOf = (redemption: RedemptionRecord, record: ConnectionRecord): InvitationDetails => ({
  id: redemption.invitationId,
  state: acceptedState(record),
  issuedAt: redemption.issuedAt.toISOString(),
  expiresAt: redemption.expiresAt.toISOString(),
  invitedInstanceUid: redemption.invitedInstanceUid,
  boundTo: null,
  invitedKeyFingerprints: [],
  destinationUrl: null,
})

/** The source alone knows for certain; this is what its last answer implies. */
function acceptedState({ state, reason }: ConnectionRecord): InvitationDetails['state'] {
  if (state === 'redeeming') return 'open'
  if (state !== 'failed') return 'spent'
  if (reason?.code === 'invitation_expired') return 'expired'
  if (REVOKED_REASONS.has(reason?.code ?? '')) return 'revoked'
  return SPENT_REASONS.has(reason?.code ?? '') ? 'spent' : 'open'
}

const REVOKED_REASONS: ReadonlySet<string> = new Set(['invitation_revoked', 'invitation_replaced', 'address_changed'])
const SPENT_REASONS: ReadonlySet<string> = new Set(['already_redeemed', 'approval_rejected', 'approval_expired'])

const snapshotOf = (
  record: ConnectionRecord,
  invitation: InvitationDetails | null,
  contact: ContactRecord | undefined,
  fingerprint: string,
): ConnectionSnapshot => ({
  id: record.id,
  revision: record.revision,
  side: record.side,
  state: record.state,
  stateReason: record.reason,
  name: record.name,
  localShortName: record.localShortName,
  remoteShortName: record.remoteShortName,
  description: record.description,
  mode: record.mode,
  local: record.peerConnectionId !== null,
  remote: {
    ...record.remote,
    keyFingerprint: record.remoteIdentityThumbprint && fingerprintOf(record.remoteIdentityThumbprint),
  },
  invitation,
  localKeyFingerprint: fingerprint,
  restVersion: record.restVersion,
  createdAt: record.createdAt.toISOString(),
  updatedAt: record.updatedAt.toISOString(),
  activatedAt: record.activatedAt?.toISOString() ?? null,
  lastContactAt: latest(record.lastContactAt, contact?.lastContactAt ?? null)?.toISOString() ?? null,
  health: contact?.health ?? null,
  refusedRedeems: record.refusedRedeems.map((refused) => refusedOf(refused, record)),
})

const refusedOf = (
  { code, by, firstAt, lastAt, count }: RefusedRedeemRecord,
  { remoteIdentityThumbprint }: ConnectionRecord,
): RefusedRedeem => ({
  code,
  instanceUid: by?.instanceUid ?? null,
  name: by?.name ?? null,
  nodeUrl: by?.nodeUrl ?? null,
  keyFingerprint: by && fingerprintOf(by.identityThumbprint),
  isPeer: by !== null && by.identityThumbprint === remoteIdentityThumbprint,
  firstAt,
  lastAt,
  count,
})

const latest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other)
