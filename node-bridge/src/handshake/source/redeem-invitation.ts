import type { NodeInfo, RedeemResponse } from '@accord/shared/schemas'
import type { z } from 'zod'

import { thumbprintOf } from '../../keys/key-pair.ts'
import { endpointOf } from '../../network/endpoint.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findInvitation, type InvitationRecord } from '../../store/handshake/invitations.ts'
import { rangeOf, requireCommonVersion } from '../../nodes/common-version.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { bindKeys } from './bind-keys.ts'
import { refuseEnded } from './ended-code.ts'
import { checkRedeem, type ReadRedeem, readRedeem } from '../messages/redeem.ts'
import { createGrant } from '../messages/grant.ts'
import { notingRefusals } from './note-refused-redeem.ts'
import { requireCallable } from '../../peer-calls/require-callable.ts'
import { publicJwkOf } from '../../peer-calls/sealed-keys.ts'

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

/** The caller has proved that it holds the code and this identity key. It gets the grant, or the reason why not. */
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
  if (!before) throw new Refusal('invitation_unknown')
  const record = await bindKeys(context, invitation, before, redeem, verified)
  return grant(context, own, invitation, record, redeem)
}

/** An instance UID is public and proves nothing: a bound code also names the identity keys that discovery listed when it was issued. */
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

async function grant(
  { identity, now }: ConnectionContext,
  own: NodeInfo,
  { id: jti, purpose }: InvitationRecord,
  record: ConnectionRecord,
  redeem: ReadRedeem,
): Promise<z.infer<typeof RedeemResponse>> {
  const { localKey, restVersion, confirmBy } = record
  if (!localKey || !restVersion || !confirmBy)
    throw new Error(`Connection ${record.id} was redeemed, but a part of its grant is missing`)
  const input = {
    iss: identity.instanceUid,
    aud: redeem.claims.iss,
    jti,
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
    ...(purpose === 'rekey' && { side: record.side }),
  }
  return (await createGrant(input, identity.key, now())).body
}

/** RFC 7638 thumbprint of the other side's connection key, the `kid` of all its signed calls. */
export const remoteThumbprintOf = (remoteKeyX: string): string => thumbprintOf(publicJwkOf(remoteKeyX))
