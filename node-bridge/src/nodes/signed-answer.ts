import type { ErrorCode } from '@accord/shared/protocol'

import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { type AnswerExpectation, verifyAnswerSignature } from './answer-signature.ts'
import { readPeerAnswer } from './peer-answer.ts'
import type { RemoteAnswer } from './remote-node-client.ts'

/**
 * Refusals that decide something about a connection. Anybody between the nodes could write them, so only the peer's own
 * word counts; whatever else is answered without a signature passes by itself or changes nothing.
 */
const DECISIVE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'connection_unknown',
  'connection_gone',
  'proof_invalid',
  'state_conflict',
  'approval_rejected',
  'approval_expired',
])

/**
 * The body of a success, or the peer's refusal, as `readPeerAnswer`; a success and a decisive refusal must be signed, and the
 * signature must name our request. Throws `protocol_violation` for a forged or replayed answer.
 */
export async function readSignedAnswer(
  answer: RemoteAnswer,
  expected: Omit<AnswerExpectation, 'status' | 'bodyHash'>,
): Promise<unknown> {
  const voucher = await verifyAnswerSignature(answer.signature, {
    ...expected,
    status: answer.status,
    bodyHash: answer.bodyHash,
  })
  try {
    const body = readPeerAnswer(answer)
    // The identity key speaks where the node holds no key of the connection: it never had one, or the connection has ended.
    if (voucher !== undefined) return body
  } catch (error) {
    if (!isRefusal(error) || voucher !== undefined || !DECISIVE.has(error.code)) throw error
  }
  throw new Refusal('protocol_violation', 'The answer does not carry the signature of the other node.', {
    facts: { what: answer.signature === undefined ? 'unsigned' : 'signature', status: answer.status },
  })
}
