import { atDestination, quoted, shownUrl } from '@accord/shared/protocol'
import type { AcceptRequest, ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { createKeyPair } from '../../keys/key-pair.ts'
import { orderedId } from '../../identifiers/ordered-id.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { type AcceptanceRecord, findAcceptance, insertAcceptance, renewAcceptance } from '../../store/acceptances.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection, isNameFree } from '../../store/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findRenewable } from '../../invitations/find-renewable.ts'
import { acceptRekey } from './accept-rekey.ts'
import { waitForAnswer } from './await-answer.ts'
import { type Beginning, changeConnection, createConnection } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { suggestName } from '../../connections/connection-name.ts'
import { readDetail } from '../../connections/connection-snapshot.ts'
import type { ProcessedInvitation } from '../../invitations/invitation-code.ts'
import { endOf } from './redeem-job.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { requireListedIdentity } from '../../invitations/listed-identity.ts'
import { endReplaced, verifyOffer } from '../../invitations/replaced-code.ts'
import { requireAcceptable, reviewInvitation } from '../../invitations/review-invitation.ts'
import { sealConnectionKey } from '../../peer-calls/sealed-keys.ts'
import { sealInvitation } from '../../invitations/sealed-invitation.ts'
import { enqueue } from '../../jobs/job-table.ts'

type Detail = z.infer<typeof ConnectionDetail>

/**
 * The destination's decision, PROTOCOL.md §5: intent and key are durable before the source learns of them, so that a crash
 * at any moment repeats the same redeem. The same code again answers the connection it made; after a failure it tries again.
 */
export async function acceptInvitation(context: ConnectionContext, request: AcceptRequest): Promise<Detail> {
  const invitation = await reviewInvitation(context, request.text)
  const renewable = invitation.payload.purpose === 'rekey' ? await findRenewable(context, invitation) : undefined
  if (renewable) {
    await acceptRekey(context, renewable, invitation, request.actor)
    return readDetail(context.database.db, renewable.id, context.identity.fingerprint)
  }
  const replaced = await verifyOffer(context.database.db, invitation)
  const known = await findAcceptance(context.database.db, invitation.payload.jti)
  const connectionId = known
    ? await acceptAgain(context, known, invitation, request)
    : await acceptFirst(context, invitation, request, replaced)
  await waitForAnswer(context, connectionId)
  return readDetail(context.database.db, connectionId, context.identity.fingerprint)
}

async function acceptFirst(
  context: ConnectionContext,
  invitation: ProcessedInvitation,
  request: AcceptRequest,
  replaced: ConnectionRecord | undefined,
): Promise<string> {
  await context.requireLicence()
  await requireAcceptable(context, invitation.payload)
  await requireListedIdentity(context, invitation)
  const name = request.name ?? invitation.payload.connection.name
  const { database, vault, now } = context
  const connectionId = orderedId()
  const localKey = sealConnectionKey(vault, connectionId, await createKeyPair())
  const record = { ...newRecord(invitation, now()), id: connectionId, name, localKey }
  const stored = await database.transaction(async (transaction) => {
    if (!(await isNameFree(transaction, name, replaced?.id))) return false
    const acceptance = newAcceptance(invitation, connectionId, sealInvitation(vault, invitation), now())
    if (!(await insertAcceptance(transaction, acceptance))) return false
    if (replaced) await endReplaced(transaction, replaced, now())
    await enqueue(transaction, 'redeem', { connectionId }, redeemAt(acceptance, invitation))
    const { name: source, baseUrl, pollOnly } = invitation.payload.nodeInfo
    const line: Beginning = {
      event: 'accepted',
      detail: pollOnly
        ? `The invitation of ${quoted(source)} was accepted. Its node cannot be called; it fetches the acceptance by itself.`
        : `The invitation of ${quoted(source)} (${shownUrl(baseUrl)}) was accepted.`,
      actor: request.actor,
    }
    if (!(await createConnection(transaction, record, line))) throw await nameTaken(transaction, name)
    return true
  })
  if (!stored) return lostRace(context, invitation, name)
  return connectionId
}

/** The same code, or another connection of this name, was stored between the look and the write. */
async function lostRace(
  { database }: ConnectionContext,
  invitation: ProcessedInvitation,
  name: string,
): Promise<string> {
  const known = await findAcceptance(database.db, invitation.payload.jti)
  if (!known) throw await nameTaken(database.db, name)
  return known.connectionId
}

const nameTaken = async (db: Db, name: string): Promise<Refusal> =>
  new Refusal('name_taken', undefined, { facts: { suggestion: await suggestName(db, name) } })

/** Only a failure is worth another try; everything else is already what the person wants to see. */
async function acceptAgain(
  context: ConnectionContext,
  known: AcceptanceRecord,
  invitation: ProcessedInvitation,
  request: AcceptRequest,
): Promise<string> {
  const { database, vault, now } = context
  const before = await findConnection(database.db, known.connectionId)
  if (before?.state !== 'failed') return known.connectionId
  await context.requireLicence()
  await database.transaction(async (transaction) => {
    await renewAcceptance(transaction, known.invitationId, sealInvitation(vault, invitation), now())
    await enqueue(
      transaction,
      'redeem',
      { connectionId: known.connectionId },
      redeemAt({ ...known, acceptedAt: now() }, invitation),
    )
    return changeConnection(transaction, known.connectionId, now(), {
      ...atDestination('failed', 'retry'),
      event: 'acceptedAgain',
      detail: 'The same code was accepted again after a failure.',
      actor: request.actor,
      set: { reason: null, ...(request.name === undefined ? {} : { name: request.name }) },
    })
  })
  return known.connectionId
}

/** At once; but a source that cannot be called asks itself, and only the end of its time is an appointment. */
const redeemAt = (acceptance: AcceptanceRecord, { payload }: ProcessedInvitation): Date =>
  payload.nodeInfo.pollOnly ? endOf(acceptance) : acceptance.acceptedAt

const newAcceptance = (
  { payload }: ProcessedInvitation,
  connectionId: string,
  invitationSealed: string,
  now: Date,
): AcceptanceRecord => ({
  invitationId: payload.jti,
  connectionId,
  invitationSealed,
  issuedAt: new Date(payload.iat * 1000),
  expiresAt: new Date(payload.exp * 1000),
  invitedInstanceUid: payload.invitedInstanceUid ?? null,
  acceptedAt: now,
  attempts: 0,
  offer: payload.offer ?? null,
})

/** Local and remote as this side sees them: the code speaks as the source sees them. */
const newRecord = (
  { payload, identityThumbprint }: ProcessedInvitation,
  now: Date,
): Omit<ConnectionRecord, 'id' | 'name' | 'localKey'> => ({
  requestId: null,
  sharedId: null,
  revision: 1,
  side: 'destination',
  state: 'redeeming',
  reason: null,
  localShortName: payload.connection.remoteShortName,
  remoteShortName: payload.connection.localShortName,
  description: payload.connection.description,
  mode: payload.connection.mode,
  destinationUrl: payload.connection.destinationUrl ?? null,
  peerConnectionId: null,
  remote: remoteDetailsOf(payload.nodeInfo),
  remoteIdentityThumbprint: identityThumbprint,
  invitationId: payload.jti,
  remoteKeyX: null,
  restVersion: null,
  confirmBy: null,
  createdAt: now,
  updatedAt: now,
  activatedAt: null,
  lastContactAt: null,
  refusedRedeems: [],
})
