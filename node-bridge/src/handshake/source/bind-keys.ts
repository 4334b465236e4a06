import { hasTrait, LIMITS, quoted, shownUrl } from '@accord/shared/protocol'
import type { NodeInfo } from '@accord/shared/schemas'

import { createKeyPair, fingerprintOf } from '../../keys/key-pair.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findInvitation, type InvitationRecord, spendInvitation } from '../../store/handshake/invitations.ts'
import { forgetKeyRotations } from '../../store/connections/key-rotations.ts'
import { replaceWaitingRedemption } from '../../store/handshake/redemptions.ts'
import type { Db } from '../../store/engine/tables.ts'
import { changeWithWarning, isAllowed, REMOTE_ACTOR } from '../../connections/change-connection.ts'
import { clockWarning } from '../../connections/clock-warning.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { goneRefusal } from '../../connections/gone-refusal.ts'
import { REDEMPTION_STEPS } from '../../connections/redemption-steps.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { sealConnectionKey } from '../../peer-calls/sealed-keys.ts'
import { enqueue } from '../../jobs/job-table.ts'
import type { ReadRedeem } from '../messages/redeem.ts'
import { refuseEnded } from './ended-code.ts'

export interface Verified {
  readonly restVersion: string
  /** Thumbprint of the identity key that signed the redeem's proof; it is pinned from here on. */
  readonly identityThumbprint: string
}

/**
 * Binds the redeemer's key and a fresh one of this side to the connection. One conditional update is the lock: of all who
 * hold the code, one key spends it. That key gets the same answer again.
 */
export async function bindKeys(
  context: ConnectionContext,
  invitation: InvitationRecord,
  before: ConnectionRecord,
  redeem: ReadRedeem,
  { restVersion, identityThumbprint }: Verified,
): Promise<ConnectionRecord> {
  const { database, vault } = context
  const findAgain = () => findBound(database.db, invitation.id, redeem, identityThumbprint)
  if (invitation.state !== 'open') return findAgain()
  /** The code was read before the connection: where somebody has spent it in between, that is the reason. */
  const refuse = async (refusal: Refusal): Promise<ConnectionRecord> => {
    const current = await findInvitation(database.db, invitation.id)
    if (current?.state === 'open') throw refusal
    return findAgain()
  }
  const { remoteIdentityThumbprint: pinned } = before
  if (pinned !== null && pinned !== identityThumbprint) return refuse(new Refusal('wrong_recipient_key'))
  const { purpose, approval } = invitation
  const { nodeInfo, iat } = redeem.claims
  const step = REDEMPTION_STEPS[purpose].redeemed(redeemedBy(nodeInfo, identityThumbprint), approval)
  if (!isAllowed(before, step)) return refuse(goneRefusal(before))
  const localKey = sealConnectionKey(vault, before.id, await createKeyPair())
  const at = context.now()
  const decideBy = new Date(at.getTime() + (approval ? LIMITS.approvalMs : 0))
  const confirmBy = new Date(decideBy.getTime() + LIMITS.confirmByMs)
  const set = {
    remote: remoteDetailsOf(nodeInfo),
    remoteIdentityThumbprint: identityThumbprint,
    localKey,
    remoteKeyX: redeem.connectionKey.x,
    restVersion,
    confirmBy,
    lastContactAt: at,
    ...step.set,
  }
  const bound = await database.transaction(async (transaction) => {
    if (!(await spendInvitation(transaction, invitation.id, redeem.connectionKeyThumbprint, at))) return undefined
    if (before.localKey) await endEarlierKeys(transaction, invitation)
    if (step.appointment)
      await enqueue(transaction, step.appointment, { connectionId: before.id }, approval ? decideBy : confirmBy)
    const change = { ...step, actor: REMOTE_ACTOR, set }
    return changeWithWarning(transaction, before, at, change, clockWarning(nodeInfo.name, iat, at))
  })
  return bound ?? findAgain()
}

/** New keys begin new chains: rotations of the keys before, and a re-key that was under way, are dropped. */
async function endEarlierKeys(transaction: Db, { id, connectionId }: InvitationRecord): Promise<void> {
  await replaceWaitingRedemption(transaction, connectionId, id)
  await forgetKeyRotations(transaction, connectionId)
}

const redeemedBy = ({ name, baseUrl }: NodeInfo, identityThumbprint: string): string =>
  `${quoted(name)} (${shownUrl(baseUrl)}, key fingerprint ${fingerprintOf(identityThumbprint)}) redeemed the code`

/** The code is no longer open: the connection, if this key has spent it and still holds the connection, or why not. */
async function findBound(
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
  if (!record || !isHeldBy(record, redeem)) throw goneRefusal(record)
  if (record.remoteIdentityThumbprint !== identityThumbprint) throw new Refusal('already_redeemed')
  return record
}

/** A newer code may have given the connection other keys since. */
const isHeldBy = ({ state, remoteKeyX }: ConnectionRecord, { connectionKey }: ReadRedeem): boolean =>
  remoteKeyX === connectionKey.x && (hasTrait(state, 'granted') || hasTrait(state, 'contacted'))
