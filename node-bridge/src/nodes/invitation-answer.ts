import { ERROR_CODES, TYP } from '@accord/shared/protocol'
import { InvitationAnswerClaims } from '@accord/shared/schemas'

import { readJws, signJws, verifyJwsOnce } from '../jws/compact-jws.ts'
import { type KeyPair, thumbprintOf } from '../keys/key-pair.ts'
import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { isFinal } from './final-refusal.ts'
import { readPeerAnswer } from './peer-answer.ts'
import type { RemoteAnswer } from './remote-node-client.ts'

const MAX_HEADER_CHARACTERS = 8192

/** Signs the answer to a call on an invitation by this node's identity, since there is no key of a connection yet. */
export const createInvitationAnswerSignature = (claims: InvitationAnswerClaims, identity: KeyPair): Promise<string> =>
  signJws(claims, TYP.answer, identity, 'jwk')

export interface InvitationAnswerExpectation {
  /** Instance uid of who was called. */
  readonly remoteInstanceUid: string
  readonly invitationId: string
  /** SHA-256 of the JWS that was sent. */
  readonly requestHash: string
  /** From the code, or pinned by the redeem; nothing else vouches. */
  readonly identityThumbprint: string
}

/** Does the other node's identity stand under exactly this answer to exactly our request? Never throws. */
export async function isSignedAnswer(
  { signature, status, bodyHash }: Pick<RemoteAnswer, 'signature' | 'status' | 'bodyHash'>,
  expected: InvitationAnswerExpectation,
): Promise<boolean> {
  if (signature === undefined || signature.length > MAX_HEADER_CHARACTERS) return false
  const read = readJws(signature, TYP.answer, 'jwk')
  if ('fault' in read) return false
  const { jwk } = read.jws.header
  if (!jwk || thumbprintOf(jwk) !== expected.identityThumbprint) return false
  const claims = InvitationAnswerClaims.safeParse(read.jws.payload)
  const fits =
    claims.success &&
    claims.data.iss === expected.remoteInstanceUid &&
    claims.data.invitationId === expected.invitationId &&
    claims.data.requestHash === expected.requestHash &&
    claims.data.status === status &&
    claims.data.bodyHash === bodyHash
  return fits && (await verifyJwsOnce(read.jws, jwk))
}

/**
 * The answer to a redeem, as `readPeerAnswer`, but for a final refusal that the other node has not signed: anybody between the
 * nodes could have written it, so it is `refusal_unsigned`, which passes. A success holds a grant, which proves itself.
 */
export async function readRedeemAnswer(answer: RemoteAnswer, expected: InvitationAnswerExpectation): Promise<unknown> {
  try {
    return readPeerAnswer(answer)
  } catch (error) {
    if (!isRefusal(error) || !isFinal(error) || (await isSignedAnswer(answer, expected))) throw error
    throw unsigned(error)
  }
}

/** As `readRedeemAnswer` where nothing in a success proves itself: it has to be signed, too. */
export async function readSettleAnswer(answer: RemoteAnswer, expected: InvitationAnswerExpectation): Promise<unknown> {
  const body = await readRedeemAnswer(answer, expected)
  if (await isSignedAnswer(answer, expected)) return body
  throw new Refusal('refusal_unsigned', 'The answer does not carry the signature of the other node.')
}

const unsigned = ({ code }: Refusal): Refusal =>
  new Refusal(
    'refusal_unsigned',
    `The answer was “${ERROR_CODES[code].title}” (${code}), without the signature of the other node: whatever stands between the nodes can write that. ${ERROR_CODES.refusal_unsigned.remedy}`,
    { facts: { answered: code, reportedBy: 'peer' } },
  )
