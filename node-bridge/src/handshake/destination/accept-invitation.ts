import { quoted, shownUrl } from '@accord/shared/protocol'
import type { AcceptRequest, ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { createKeyPair } from '../../keys/key-pair.ts'
import { orderedId } from '../../identifiers/ordered-id.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { isNameFree } from '../../store/connections/connections.ts'
import { revokeOpenInvitations } from '../../store/handshake/invitations.ts'
import {
  findRedemption,
  insertRedemption,
  isWaiting,
  type RedemptionRecord,
  renewRedemption,
  replaceWaitingRedemption,
} from '../../store/handshake/redemptions.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findRenewable } from '../../invitations/find-renewable.ts'
import { newRecord, newRedemption } from './accepted-records.ts'
import { waitForAnswer } from './await-answer.ts'
import { changeConnection, createConnection } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { suggestName } from '../../connections/connection-name.ts'
import { readDetail } from '../../connections/connection-snapshot.ts'
import type { ProcessedInvitation } from '../../invitations/invitation-code.ts'
import { endOf } from './redeem-job.ts'
import { REDEMPTION_STEPS, RENEWABLE } from '../../connections/redemption-steps.ts'
import { remoteName } from '../../connections/remote-details.ts'
import { requireListedIdentity } from '../../invitations/listed-identity.ts'
import { endReplaced, verifyOffer } from '../../invitations/replaced-code.ts'
import { requireAcceptable, reviewInvitation } from '../../invitations/review-invitation.ts'
import { sealConnectionKey } from '../../peer-calls/sealed-keys.ts'
import { sealInvitation } from '../../invitations/sealed-invitation.ts'
import { enqueue } from '../../jobs/job-table.ts'

type Detail = z.infer<typeof ConnectionDetail>

/**
 * The acceptor's decision, PROTOCOL.md §5: intent and key are durable before the issuer learns of them, so that a crash
 * at any moment repeats the same redeem. The same code again answers its connection; after a failure it tries again.
 */
export async function acceptInvitation(context: ConnectionContext, request: AcceptRequest): Promise<Detail> {
  const { db } = context.database
  const invitation = await reviewInvitation(context, request.text)
  const { jti: invitationId } = invitation.payload
  const replaced = await verifyOffer(db, invitation)
  const known = await findRedemption(db, invitationId)
  const connectionId = known
    ? await acceptAgain(context, known, invitation, request)
    : await acceptFirst(context, invitation, request, replaced)
  await waitForAnswer(context, invitationId, connectionId)
  return readDetail(db, connectionId, context.identity.fingerprint)
}

async function acceptFirst(
  context: ConnectionContext,
  invitation: ProcessedInvitation,
  request: AcceptRequest,
  replaced: ConnectionRecord | undefined,
): Promise<string> {
  const renewed = await findRenewable(context, invitation)
  if (!renewed) await context.requireLicence()
  await requireAcceptable(context, invitation.payload)
  await requireListedIdentity(context, invitation)
  const { database, vault } = context
  const connectionId = renewed?.id ?? orderedId()
  const redemption: RedemptionRecord = {
    ...newRedemption(invitation, context.now()),
    connectionId,
    purpose: renewed ? 'rekey' : 'connect',
    invitationSealed: sealInvitation(vault, invitation),
    key: sealConnectionKey(vault, connectionId, await createKeyPair()),
  }
  const name = request.name ?? invitation.payload.connection.name
  const stored = await database.transaction(async (transaction) => {
    if (renewed) await endEarlierCodes(transaction, redemption)
    else if (!(await isNameFree(transaction, name, replaced?.id))) return false
    if (!(await insertRedemption(transaction, redemption))) return false
    if (replaced) await endReplaced(transaction, replaced, context.now())
    await enqueue(transaction, 'redeem', { connectionId }, redeemAt(redemption, invitation))
    if (renewed) await noteRenewal(transaction, renewed, redemption, request)
    else await beginConnection(transaction, newRecord(invitation, redemption, name), invitation, request)
    return true
  })
  return stored ? connectionId : lostRace(context, invitation, name)
}

/**
 * Of a connection's codes this side follows the one that it has accepted last, PROTOCOL.md §5.11: two that cross would leave
 * the two sides with different keys.
 */
async function endEarlierCodes(transaction: Db, { connectionId, invitationId }: RedemptionRecord): Promise<void> {
  await revokeOpenInvitations(transaction, connectionId)
  await replaceWaitingRedemption(transaction, connectionId, invitationId)
}

async function beginConnection(
  transaction: Db,
  record: ConnectionRecord,
  { payload }: ProcessedInvitation,
  { actor }: AcceptRequest,
): Promise<void> {
  const { name: source, baseUrl, pollOnly } = payload.nodeInfo
  const detail = pollOnly
    ? `The invitation of ${quoted(source)} was accepted. Its node cannot be called; it fetches the acceptance by itself.`
    : `The invitation of ${quoted(source)} (${shownUrl(baseUrl)}) was accepted.`
  if (!(await createConnection(transaction, record, { event: 'accepted', detail, actor })))
    throw await nameTaken(transaction, record.name)
}

const noteRenewal = (
  transaction: Db,
  { id, remote }: ConnectionRecord,
  { acceptedAt }: RedemptionRecord,
  { actor }: AcceptRequest,
): Promise<ConnectionRecord> =>
  changeConnection(transaction, id, acceptedAt, {
    onlyIn: RENEWABLE,
    event: 'rekeyAccepted',
    detail: `The code of ${remoteName(remote)} that renews the keys was accepted.`,
    actor,
  })

/** The same code, or another connection of this name, was stored between the look and the write. */
async function lostRace(
  { database }: ConnectionContext,
  { payload }: ProcessedInvitation,
  name: string,
): Promise<string> {
  const known = await findRedemption(database.db, payload.jti)
  if (known) return known.connectionId
  // Another code for a re-key was accepted at the same moment.
  if (payload.connectionId !== undefined) throw new Refusal('retry_later')
  throw await nameTaken(database.db, name)
}

const nameTaken = async (db: Db, name: string): Promise<Refusal> =>
  new Refusal('name_taken', undefined, { facts: { suggestion: await suggestName(db, name) } })

/** Only a failed connection is tried again; in every other state the connection itself is the answer. */
async function acceptAgain(
  context: ConnectionContext,
  known: RedemptionRecord,
  invitation: ProcessedInvitation,
  request: AcceptRequest,
): Promise<string> {
  const { connectionId, invitationId, purpose } = known
  if (isWaiting(known) || known.key === null) return connectionId
  if (purpose === 'connect') await context.requireLicence()
  else await findRenewable(context, invitation)
  const { database, vault } = context
  const at = context.now()
  await database.transaction(async (transaction) => {
    await endEarlierCodes(transaction, known)
    if (!(await renewRedemption(transaction, invitationId, sealInvitation(vault, invitation), at))) return
    await enqueue(transaction, 'redeem', { connectionId }, redeemAt({ ...known, acceptedAt: at }, invitation))
    const step = REDEMPTION_STEPS[purpose].acceptedAgain
    const set = { ...step.set, ...(request.name === undefined || purpose === 'rekey' ? {} : { name: request.name }) }
    await changeConnection(transaction, connectionId, at, { ...step, actor: request.actor, set })
  })
  return connectionId
}

/** At once; but a source that cannot be called asks itself, and only the end of its time is an appointment. */
const redeemAt = (redemption: RedemptionRecord, { payload }: ProcessedInvitation): Date =>
  payload.nodeInfo.pollOnly ? endOf(redemption) : redemption.acceptedAt
