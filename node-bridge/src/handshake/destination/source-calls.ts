import { ConfirmResponse, type GrantClaims } from '@accord/shared/schemas'
import type { z } from 'zod'

import type { KeyPair } from '../../keys/key-pair.ts'
import { readRedeemAnswer } from '../../nodes/invitation-answer.ts'
import { withNonceRetry } from '../../nodes/peer-answer.ts'
import { createJsonBody } from '../../nodes/remote-node-client.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { GrantExpectation } from '../messages/grant.ts'
import { createRedeem } from '../messages/redeem.ts'
import { processGrant } from '../messages/grant.ts'
import { requireCallable } from '../../peer-calls/require-callable.ts'
import type { WaitingInvitation } from '../../invitations/sealed-invitation.ts'
import { callPeer } from '../../peer-calls/signed-call.ts'

/** posts the redeem and verifies the grant. Throws the refusals of the network, of the peer, and `protocol_violation`. */
export const requestGrant = (
  context: ConnectionContext,
  invitation: WaitingInvitation,
  connectionKey: KeyPair,
): Promise<GrantClaims> =>
  withNonceRetry(async (nonce) => {
    const { remote, nodeInfo, now, identity } = context
    const redeem = await createRedeem({
      invitation,
      connectionKey,
      identity: identity.key,
      nodeInfo: await nodeInfo(),
      now: now(),
      nonce,
    })
    const answer = await remote.send({ method: 'POST', url: redeem.url, body: createJsonBody(redeem.body) })
    const expected = await grantExpectation({ nodeInfo, identity }, invitation, connectionKey, redeem.requestHash)
    const body = await readRedeemAnswer(answer, { ...expected, remoteInstanceUid: expected.sourceUid })
    return takeGrant(context, body, expected)
  })

/** The verified grant. A source that can be called must not move, by its grant, to where this node may not call it. */
export async function takeGrant(
  context: Pick<ConnectionContext, 'validateAddress'>,
  body: unknown,
  expected: GrantExpectation,
): Promise<GrantClaims> {
  const grant = await processGrant(body, expected)
  await requireCallable(context, grant.nodeInfo).catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    throw new Refusal('protocol_violation', 'The grant names an address that this node must not call.', {
      facts: { what: 'nodeInfo.baseUrl' },
    })
  })
  return grant
}

/** What a grant has to be, whichever way it comes. */
export const grantExpectation = async (
  { nodeInfo, identity }: Pick<ConnectionContext, 'nodeInfo' | 'identity'>,
  invitation: WaitingInvitation,
  connectionKey: KeyPair,
  requestHash: string,
): Promise<GrantExpectation> => ({
  identityKey: invitation.identityKey,
  identityThumbprint: invitation.identityThumbprint,
  requestHash,
  invitationId: invitation.payload.jti,
  connectionId: invitation.payload.connectionId,
  sourceUid: invitation.payload.nodeInfo.instanceUid,
  selfUid: identity.instanceUid,
  connectionKeyThumbprint: connectionKey.thumbprint,
  ourNode: await nodeInfo(),
})

/** The first signed call, PROTOCOL.md §5.4. Throws the refusals of the network and of the peer. */
export const requestConfirmation = (
  context: ConnectionContext,
  record: ConnectionRecord,
): Promise<z.infer<typeof ConfirmResponse>> => callPeer(context, record, 'confirmConnection', {}, ConfirmResponse)
