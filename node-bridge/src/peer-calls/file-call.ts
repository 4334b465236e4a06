import { OPERATIONS } from '@accord/shared/contracts'
import { FilePartTaken } from '@accord/shared/schemas'

import type { ConnectionContext } from '../connections/connection-context.ts'
import { grantedPeerOf } from '../connections/granted-peer.ts'
import { endpointOf } from '../network/endpoint.ts'
import { verifyAnswerSignature } from '../nodes/answer-signature.ts'
import { withNonceRetry } from '../nodes/peer-answer.ts'
import type { RemoteAnswer } from '../nodes/remote-node-client.ts'
import { createRequestAuthorization, requestHashOf } from '../nodes/signature.ts'
import { readSignedAnswer } from '../nodes/signed-answer.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { expectAnswer } from './expect-answer.ts'
import { openConnectionKey } from './sealed-keys.ts'
import { requireReachable, withKnownKey } from './signed-call.ts'

export interface FilePart {
  readonly bytes: Uint8Array
  /** Of how many bytes, as the other side says. */
  readonly of: number
}

/**
 * Bytes of a file that the other side has offered, from `from` on, as many as it gives at once. Throws `file_unknown`, `retry_later`
 * while the other side has to fetch it itself, and the refusals of the network.
 */
export const fetchFilePart = (
  context: ConnectionContext,
  record: ConnectionRecord,
  { sha256, from }: { readonly sha256: string; readonly from: number },
): Promise<FilePart> =>
  withKnownKey(context, record, async (by) => {
    const { reply, expected } = await send(context, by, { sha256, from, method: 'GET' })
    if (reply.status !== 206) {
      await readSignedAnswer(reply, expected)
      throw new Refusal('protocol_violation', 'The other node answered something else than a part of a file.')
    }
    const { status, bodyHash, range, bytes } = reply
    const voucher = await verifyAnswerSignature(reply.signature, { ...expected, status, bodyHash })
    if (voucher === undefined || range?.from !== from || bytes.length === 0)
      throw new Refusal('protocol_violation', 'The other node answered another part of the file, or did not sign it.')
    return { bytes, of: range.of }
  })

/** A part of a file that the other side has asked for. Answers how many bytes it has then. */
export const sendFilePart = (
  context: ConnectionContext,
  record: ConnectionRecord,
  { sha256, from, bytes }: { readonly sha256: string; readonly from: number; readonly bytes: Uint8Array },
): Promise<number> =>
  withKnownKey(context, record, async (by) => {
    const { reply, expected } = await send(context, by, { sha256, from, bytes, method: 'PUT' })
    const answer = FilePartTaken.safeParse(await readSignedAnswer(reply, expected))
    if (!answer.success) throw new Refusal('protocol_violation', 'The other node answered in a form that is unknown.')
    return answer.data.received
  })

interface Call {
  readonly method: 'GET' | 'PUT'
  readonly sha256: string
  readonly from: number
  readonly bytes?: Uint8Array
}

const send = (
  context: ConnectionContext,
  record: ConnectionRecord,
  { method, sha256, from, bytes }: Call,
): Promise<{ readonly reply: RemoteAnswer; readonly expected: ReturnType<typeof expectAnswer> }> =>
  withNonceRetry(async (nonce) => {
    requireReachable(record)
    const { sharedId, nodeUrl, instanceUid } = grantedPeerOf(record)
    const isReading = method === 'GET'
    const operation = isReading ? 'readBlob' : 'writeBlob'
    const at = endpointOf(nodeUrl, operation, { connectionId: sharedId, sha256 })
    const url = isReading ? at : `${at}?from=${from}`
    const authorization = await createRequestAuthorization({
      key: openConnectionKey(context.vault, record),
      iss: context.identity.instanceUid,
      aud: instanceUid,
      connectionId: sharedId,
      method,
      url,
      body: bytes ?? new Uint8Array(0),
      now: context.now(),
      nonce,
    })
    const reply = await context.remote.send({
      method,
      url,
      body: bytes,
      authorization,
      from: isReading ? from : undefined,
      bytes: OPERATIONS[operation].bytes,
    })
    return { reply, expected: expectAnswer(context, record, requestHashOf(authorization)) }
  })
