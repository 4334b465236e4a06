import { LIMITS, quoted, shownUrl, statesWith } from '@accord/shared/protocol'

import { createKeyPair } from '../../keys/key-pair.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import { findInvitation, type InvitationRecord, spendInvitation } from '../../store/invitations.ts'
import { forgetKeyRotations } from '../../store/key-rotations.ts'
import { changeConnection, REMOTE_ACTOR } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { refuseEnded } from './ended-code.ts'
import type { ReadRedeem } from '../messages/index.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { sealConnectionKey } from '../../peer-calls/sealed-keys.ts'

export interface VerifiedRekey {
  readonly restVersion: string
  readonly identityThumbprint: string
}

/** Does this invitation renew the keys of a connection that exists? False for the one that made its connection. */
export const isRekeyed = ({ id }: InvitationRecord, { invitationId, sharedId }: ConnectionRecord): boolean =>
  invitationId !== id && sharedId !== null

/**
 * At the issuer, PROTOCOL.md §5.11: binds fresh keys to the connection, once, for the identity that was pinned before. A lost
 * connection comes back with the first signed call by the new key, and not before. The same redeem gets the same answer.
 */
export async function spendForRekey(
  context: ConnectionContext,
  invitation: InvitationRecord,
  before: ConnectionRecord,
  redeem: ReadRedeem,
  { restVersion, identityThumbprint }: VerifiedRekey,
): Promise<ConnectionRecord> {
  if (before.remoteIdentityThumbprint !== null && before.remoteIdentityThumbprint !== identityThumbprint)
    throw new Refusal('wrong_recipient_key')
  if (invitation.state !== 'open') return findRedeemed(context, invitation.id, redeem)
  const { database, vault, now } = context
  const at = now()
  const localKey = sealConnectionKey(vault, before.id, await createKeyPair())
  const { nodeInfo } = redeem.claims
  const changed = await database.transaction(async (transaction) => {
    if (!(await spendInvitation(transaction, invitation.id, redeem.connectionKeyThumbprint, at))) return undefined
    await forgetKeyRotations(transaction, before.id)
    return changeConnection(transaction, before.id, at, {
      onlyIn: statesWith('contacted'),
      event: 'rekeyRedeemed',
      detail: `${quoted(nodeInfo.name)} (${shownUrl(nodeInfo.baseUrl)}) redeemed the code: both sides have fresh keys.`,
      actor: REMOTE_ACTOR,
      set: {
        remote: remoteDetailsOf(nodeInfo),
        remoteIdentityThumbprint: identityThumbprint,
        localKey,
        remoteKeyX: redeem.connectionKey.x,
        restVersion,
        confirmBy: new Date(at.getTime() + LIMITS.confirmByMs),
        lastContactAt: at,
        refusedRedeems: [],
      },
    })
  })
  if (!changed) return findRedeemed(context, invitation.id, redeem)
  return changed
}

/** The code is spent: whoever spent it, and still holds the connection by that key, receives the same again. */
async function findRedeemed(
  { database }: ConnectionContext,
  invitationId: string,
  redeem: ReadRedeem,
): Promise<ConnectionRecord> {
  const invitation = await findInvitation(database.db, invitationId)
  if (!invitation) throw new Refusal('invitation_unknown')
  if (invitation.state !== 'spent') throw await refuseEnded(database.db, invitation)
  if (invitation.redeemedBy !== redeem.connectionKeyThumbprint) throw new Refusal('already_redeemed')
  const record = await findConnection(database.db, invitation.connectionId)
  if (record?.remoteKeyX !== redeem.connectionKey.x || !record.localKey) throw new Refusal('connection_gone')
  return record
}
