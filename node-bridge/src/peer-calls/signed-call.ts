import { type OperationId, OPERATIONS } from '@accord/shared/contracts'
import type { z } from 'zod'

import { endpointOf } from '../network/endpoint.ts'
import { withNonceRetry } from '../nodes/peer-answer.ts'
import { createJsonBody } from '../nodes/remote-node-client.ts'
import { createRequestAuthorization, requestHashOf } from '../nodes/signature.ts'
import { readSignedAnswer } from '../nodes/signed-answer.ts'
import { isRefusal, Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { publishKeys } from './publish-keys.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { grantedPeerOf } from '../connections/granted-peer.ts'
import { expectAnswer } from './expect-answer.ts'
import { openConnectionKey } from './sealed-keys.ts'

/**
 * Calls the other side of a connection with our key of it, PROTOCOL.md §5.4, and checks the form of its answer. A peer that
 * does not know our key, since it was restored or missed a publication, is sent the chain that leads to it, once.
 * Throws the refusals of the network and of the peer, and `protocol_violation`.
 */
export async function callPeer<Answer extends z.ZodType>(
  context: ConnectionContext,
  record: ConnectionRecord,
  operation: OperationId,
  message: object,
  answerSchema: Answer,
): Promise<z.infer<Answer>> {
  return withKnownKey(context, record, (by) => callSigned(context, by, operation, message, answerSchema))
}

/** Once more by the key that the peer knows then, where it does not know the one of now. */
export async function withKnownKey<T>(
  context: ConnectionContext,
  record: ConnectionRecord,
  call: (by: ConnectionRecord) => Promise<T>,
): Promise<T> {
  try {
    return await call(record)
  } catch (error) {
    const known = isRefusal(error) && error.code === 'proof_invalid' ? await publishKeys(context, record) : undefined
    if (!known) throw error
    return call(known)
  }
}

const callSigned = <Answer extends z.ZodType>(
  context: ConnectionContext,
  record: ConnectionRecord,
  operation: OperationId,
  message: object,
  answerSchema: Answer,
): Promise<z.infer<Answer>> =>
  withNonceRetry(async (nonce) => {
    requireReachable(record)
    const { sharedId, nodeUrl, instanceUid } = grantedPeerOf(record)
    const url = endpointOf(nodeUrl, operation, { connectionId: sharedId })
    const body = createJsonBody(message)
    const authorization = await createRequestAuthorization({
      key: openConnectionKey(context.vault, record),
      iss: context.identity.instanceUid,
      aud: instanceUid,
      connectionId: sharedId,
      method: 'POST',
      url,
      body,
      now: context.now(),
      nonce,
    })
    const reply = await context.remote.send({
      method: 'POST',
      url,
      body,
      authorization,
      waitMs: waitOf(message),
      bytes: OPERATIONS[operation].bytes,
    })
    const answer = answerSchema.safeParse(
      await readSignedAnswer(reply, expectAnswer(context, record, requestHashOf(authorization))),
    )
    if (!answer.success) throw new Refusal('protocol_violation', 'The other node answered in a form that is unknown.')
    return answer.data
  })

export function requireReachable({ remote }: Pick<ConnectionRecord, 'remote'>): void {
  if (remote.pollOnly)
    throw new Refusal('retry_later', 'The other side cannot be reached from outside; it learns it when it asks next.')
}

const waitOf = (message: object): number =>
  'waitMs' in message && typeof message.waitMs === 'number' ? message.waitMs : 0
