import { hasTrait, LIMITS, quoted, shownUrl } from '@accord/shared/protocol'
import type { NodeInfo, RedeemResponse } from '@accord/shared/schemas'
import type { z } from 'zod'

import { createKeyPair, fingerprintOf, thumbprintOf } from '../../keys/key-pair.ts'
import { endpointOf } from '../../network/endpoint.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import { findInvitation, type InvitationRecord, spendInvitation } from '../../store/invitations.ts'
import type { Db } from '../../store/engine/tables.ts'
import { type Change, changeWithWarning, REMOTE_ACTOR } from '../../connections/change-connection.ts'
import { clockWarning } from '../../connections/clock-warning.ts'
import { rangeOf, requireCommonVersion } from '../../nodes/common-version.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { refuseEnded } from './ended-code.ts'
import { goneRefusal } from '../../connections/gone-refusal.ts'
import { checkRedeem, createGrant, type ReadRedeem, readRedeem } from '../messages/index.ts'
import { notingRefusals } from './note-refused-redeem.ts'
import { isRekeyed, spendForRekey } from './redeem-rekey.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { requireCallable } from '../../peer-calls/require-callable.ts'
import { publicJwkOf, sealConnectionKey } from '../../peer-calls/sealed-keys.ts'
import { enqueue } from '../../jobs/job-table.ts'

/**
 * At the source, PROTOCOL.md §5: who proves to hold the code gets the connection, once. The key that spent the code gets
 * the same answer again, however often it asks, so that a lost answer loses nothing.
 */
export async function redeemInvitation(
  context: ConnectionContext,
  invitationId: string,
  body: unknown,
): Promise<z.infer<typeof RedeemResponse>> {
  const redeem = await readRedeem(body)
  const invitation = await findInvitation(context.database.db, invitationId)
  const htuAt = (baseUrl: string) => endpointOf(baseUrl, 'redeemInvitation', { invitationId })
  const identityKey = await checkRedeem(redeem, {
    invitationId,
    invitationPublicKey: invitation && publicJwkOf(invitation.keyX),
    codeHash: invitation?.codeHash,
    selfUid: context.identity.instanceUid,
    htu: htuAt(context.publicUrl),
    formerHtus: context.addresses().former().map(htuAt),
    now: context.now(),
    nonces: context.nonces,
  })
  if (!invitation) throw new Refusal('invitation_unknown')
  const identityThumbprint = thumbprintOf(identityKey)
  return notingRefusals(context, invitation, redeem, identityThumbprint, () =>
    grantTo(context, invitation, redeem, identityThumbprint),
  )
}

const ENDED_CODES: ReadonlySet<string> = new Set(['revoked', 'expired'])

/** Who asks holds the code and this identity: it gets the connection, or learns why not. */
async function grantTo(
  context: ConnectionContext,
  invitation: InvitationRecord,
  redeem: ReadRedeem,
  identityThumbprint: string,
): Promise<z.infer<typeof RedeemResponse>> {
  requireRecipient(context, invitation, redeem, identityThumbprint)
  const own = await context.nodeInfo()
  const restVersion = requireCommonVersion(own, redeem.claims.nodeInfo)
  if (ENDED_CODES.has(invitation.state)) throw await refuseEnded(context.database.db, invitation)
  if (invitation.state === 'open') await requireCallable(context, redeem.claims.nodeInfo)
  const verified = { restVersion, identityThumbprint }
  const before = await findConnection(context.database.db, invitation.connectionId)
  const record =
    before && isRekeyed(invitation, before)
      ? await spendForRekey(context, invitation, before, redeem, verified)
      : await spend(context, invitation, before, redeem, verified)
  return grant(context, own, { ...record, invitationId: invitation.id }, redeem)
}

/** A name is public, so it binds nothing by itself: the code is for the key that was seen behind it when it was issued. */
function requireRecipient(
  { identity }: ConnectionContext,
  { invitedInstanceUid, invitedIdentities }: InvitationRecord,
  { claims }: ReadRedeem,
  identityThumbprint: string,
): void {
  if (claims.iss === identity.instanceUid) throw new Refusal('own_invitation')
  if (invitedInstanceUid !== null && invitedInstanceUid !== claims.iss) throw new Refusal('wrong_recipient')
  if (invitedIdentities.length > 0 && !invitedIdentities.includes(identityThumbprint))
    throw new Refusal('wrong_recipient_key')
}

interface Verified {
  readonly restVersion: string
  /** Of the identity key that vouched for the redeem; pinned from here on. */
  readonly identityThumbprint: string
}

/** One conditional update is the lock: of all who hold the code, one key spends it. */
async function spend(
  context: ConnectionContext,
  invitation: InvitationRecord,
  before: ConnectionRecord | undefined,
  redeem: ReadRedeem,
  { restVersion, identityThumbprint }: Verified,
): Promise<ConnectionRecord> {
  if (invitation.state !== 'open') return findSpent(context.database.db, invitation.id, redeem, identityThumbprint)
  const localKey = sealConnectionKey(context.vault, invitation.connectionId, await createKeyPair())
  const now = context.now()
  const { approval } = invitation
  const confirmBy = new Date(now.getTime() + LIMITS.confirmByMs + (approval ? LIMITS.approvalMs : 0))
  const { nodeInfo } = redeem.claims
  const outcome = await context.database.transaction(async (transaction) => {
    if (!(await spendInvitation(transaction, invitation.id, redeem.connectionKeyThumbprint, now))) return undefined
    if (approval)
      await enqueue(
        transaction,
        'expireApproval',
        { connectionId: invitation.connectionId },
        new Date(now.getTime() + LIMITS.approvalMs),
      )
    else await enqueue(transaction, 'abandonConnection', { connectionId: invitation.connectionId }, confirmBy)
    const redeemed: Change = {
      transition: approval ? 'redeemForApproval' : 'redeem',
      event: approval ? 'redeemedForApproval' : 'redeemed',
      detail: redeemedDetail(nodeInfo, identityThumbprint, approval),
      actor: REMOTE_ACTOR,
      set: {
        remote: remoteDetailsOf(nodeInfo),
        remoteIdentityThumbprint: identityThumbprint,
        localKey,
        remoteKeyX: redeem.connectionKey.x,
        restVersion,
        confirmBy,
        reason: null,
        lastContactAt: now,
      },
    }
    const warning = clockWarning(nodeInfo.name, redeem.claims.iat, now)
    return changeWithWarning(transaction, before ?? invitation.connectionId, now, redeemed, warning)
  })
  if (!outcome) return findSpent(context.database.db, invitation.id, redeem, identityThumbprint)
  return outcome
}

const redeemedDetail = ({ name, baseUrl }: NodeInfo, identityThumbprint: string, approval: boolean): string => {
  const who = `${quoted(name)} (${shownUrl(baseUrl)}, key fingerprint ${fingerprintOf(identityThumbprint)}) redeemed the code`
  return approval ? `${who}; it waits for an approval here.` : `${who}; its first signed call is outstanding.`
}

/** The invitation is no longer open: the connection that this key made with it, or why there is none. */
async function findSpent(
  db: Db,
  invitationId: string,
  redeem: ReadRedeem,
  identityThumbprint: string,
): Promise<ConnectionRecord> {
  const invitation = await findInvitation(db, invitationId)
  if (!invitation) throw new Refusal('invitation_unknown')
  if (invitation.state !== 'spent') throw await refuseEnded(db, invitation)
  if (invitation.redeemedBy !== redeem.connectionKeyThumbprint) throw new Refusal('already_redeemed')
  const record = await findConnection(db, invitation.connectionId)
  const stillStands = record?.invitationId === invitationId && hasTrait(record.state, 'granted')
  if (!record || !stillStands) throw goneRefusal(record)
  if (record.remoteIdentityThumbprint !== identityThumbprint) throw new Refusal('already_redeemed')
  return record
}

async function grant(
  { identity, now }: ConnectionContext,
  own: NodeInfo,
  record: ConnectionRecord,
  redeem: ReadRedeem,
): Promise<z.infer<typeof RedeemResponse>> {
  const { localKey, invitationId, restVersion, confirmBy } = record
  if (!localKey || !invitationId || !restVersion || !confirmBy)
    throw new Error(`Connection ${record.id} was redeemed, but a part of its grant is missing`)
  const input = {
    iss: identity.instanceUid,
    aud: redeem.claims.iss,
    jti: invitationId,
    requestHash: redeem.requestHash,
    connectionId: record.sharedId ?? record.id,
    connectionKey: publicJwkOf(localKey.x),
    status: record.state === 'awaiting_approval' ? ('awaiting_approval' as const) : ('granted' as const),
    restVersion,
    sourceRange: rangeOf(own),
    destinationRange: rangeOf(redeem.claims.nodeInfo),
    connection: {
      name: record.name,
      sourceShortName: record.localShortName,
      destinationShortName: record.remoteShortName,
      description: record.description,
      mode: record.mode,
    },
    nodeInfo: own,
    confirmBy: confirmBy.toISOString(),
  }
  return (await createGrant(input, identity.key, now())).body
}

/** RFC 7638 thumbprint of the other side's connection key, the `kid` of all its signed calls. */
export const remoteThumbprintOf = (remoteKeyX: string): string => thumbprintOf(publicJwkOf(remoteKeyX))
