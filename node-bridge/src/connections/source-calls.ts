import { REST_VERSIONS } from '@accord/shared/protocol'
import { ConfirmResponse, type GrantClaims } from '@accord/shared/schemas'
import type { z } from 'zod'

import type { KeyPair } from '../keys/key-pair.ts'
import { endpointOf } from '../nodes/endpoint.ts'
import { readPeerAnswer, withNonceRetry } from '../nodes/peer-answer.ts'
import { createJsonBody } from '../nodes/remote-node-client.ts'
import { createRequestAuthorization } from '../nodes/signature.ts'
import { Refusal } from '../refusal.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import type { ConnectionContext } from './connection-context.ts'
import { createRedeem, processGrant } from './handshake.ts'
import type { WaitingInvitation } from './sealed-invitation.ts'
import { openConnectionKey } from './sealed-keys.ts'

/** Posts the redeem and judges the grant. Throws the refusals of the network, of the peer, and `protocol_violation`. */
export const requestGrant = (
  { remote, nodeInfo, now, identity }: ConnectionContext,
  invitation: WaitingInvitation,
  connectionKey: KeyPair,
): Promise<GrantClaims> =>
  withNonceRetry(async (nonce) => {
    const redeem = await createRedeem({
      invitation,
      connectionKey,
      identity: identity.key,
      nodeInfo: await nodeInfo(),
      now: now(),
      nonce,
    })
    const answer = await remote.send({ method: 'POST', url: redeem.url, body: createJsonBody(redeem.body) })
    return processGrant(readPeerAnswer(answer), {
      identityKey: invitation.identityKey,
      identityThumbprint: invitation.identityThumbprint,
      requestHash: redeem.requestHash,
      invitationId: invitation.payload.jti,
      sourceUid: invitation.payload.nodeInfo.instanceUid,
      selfUid: identity.instanceUid,
      connectionKeyThumbprint: connectionKey.thumbprint,
      ourVersions: REST_VERSIONS,
    })
  })

/** The first signed call, PROTOCOL.md §5.4. Throws the refusals of the network and of the peer. */
export const requestConfirmation = (
  context: ConnectionContext,
  record: ConnectionRecord,
): Promise<z.infer<typeof ConfirmResponse>> =>
  withNonceRetry(async (nonce) => {
    const { sharedId, remote } = record
    if (!sharedId || !remote.nodeUrl || !remote.instanceUid)
      throw new Error(`Connection ${record.id} was granted, but a part of its grant is missing`)
    const url = endpointOf(remote.nodeUrl, 'confirmConnection', { connectionId: sharedId })
    const body = createJsonBody({})
    const authorization = await createRequestAuthorization({
      key: openConnectionKey(context.vault, record),
      iss: context.identity.instanceUid,
      aud: remote.instanceUid,
      connectionId: sharedId,
      method: 'POST',
      url,
      body,
      now: context.now(),
      nonce,
    })
    const answer = ConfirmResponse.safeParse(
      readPeerAnswer(await context.remote.send({ method: 'POST', url, body, authorization })),
    )
    if (!answer.success) throw new Refusal('protocol_violation', 'The source confirmed in a form that is unknown.')
    return answer.data
  })
