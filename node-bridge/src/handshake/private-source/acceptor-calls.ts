import {
  FetchAcceptanceResponse,
  SettleAcceptanceResponse,
  type FetchAcceptanceRequest,
  type SettleAcceptanceRequest,
} from '@accord/shared/schemas'
import type { z } from 'zod'

import { endpointOf } from '../../network/endpoint.ts'
import { readSettleAnswer } from '../../nodes/invitation-answer.ts'
import { readPeerAnswer, withNonceRetry } from '../../nodes/peer-answer.ts'
import { createJsonBody } from '../../nodes/remote-node-client.ts'
import { requestHashOf } from '../../nodes/signature.ts'
import { createSourceAuthorization } from '../../nodes/source-signature.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'

/**
 * Asks the other side for its redeem; null while there is none. What is fetched proves itself, and a forged `null` only
 * delays. Throws the refusals of the network and of the peer.
 */
export const fetchAcceptance = async (
  context: ConnectionContext,
  record: ConnectionRecord,
  invitationId: string,
  request: FetchAcceptanceRequest,
): Promise<string | null> => {
  const answer = await callAcceptor(context, record, 'fetchAcceptance', invitationId, request, FetchAcceptanceResponse)
  return answer.redeem
}

/**
 * Brings the answer to a redeem. Where a signed call follows, that shows whether it arrived, and `pinned` is undefined. Where
 * none does, the answer has to carry the signature of the identity with this thumbprint, else it is `refusal_unsigned`.
 */
export const settleAcceptance = async (
  context: ConnectionContext,
  record: ConnectionRecord,
  invitationId: string,
  request: SettleAcceptanceRequest,
  pinned?: string,
): Promise<void> => {
  await callAcceptor(context, record, 'settleAcceptance', invitationId, request, SettleAcceptanceResponse, pinned)
}

const callAcceptor = <Answer extends z.ZodType>(
  { remote, identity, now }: ConnectionContext,
  record: ConnectionRecord,
  operation: 'fetchAcceptance' | 'settleAcceptance',
  invitationId: string,
  message: FetchAcceptanceRequest | SettleAcceptanceRequest,
  schema: Answer,
  pinned?: string,
): Promise<z.infer<Answer>> =>
  withNonceRetry(async (nonce) => {
    const { nodeUrl, instanceUid } = record.remote
    if (!nodeUrl || !instanceUid) throw new Error(`Connection ${record.id} was issued without the address to ask at`)
    const url = endpointOf(nodeUrl, operation, { invitationId })
    const body = createJsonBody(message)
    const parties = { iss: identity.instanceUid, aud: instanceUid, invitationId }
    const authorization = await createSourceAuthorization({
      identity: identity.key,
      ...parties,
      url,
      body,
      now: now(),
      nonce,
    })
    const waitMs = 'waitMs' in message ? message.waitMs : 0
    const reply = await remote.send({ method: 'POST', url, body, authorization, waitMs })
    const requestHash = requestHashOf(authorization)
    const answer = schema.safeParse(
      pinned === undefined
        ? readPeerAnswer(reply)
        : await readSettleAnswer(reply, {
            remoteInstanceUid: instanceUid,
            invitationId,
            requestHash,
            identityThumbprint: pinned,
          }),
    )
    if (!answer.success) throw new Refusal('protocol_violation', 'The other node answered in a form that is unknown.')
    return answer.data
  })
