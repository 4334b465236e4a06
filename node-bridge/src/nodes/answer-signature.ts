import { TYP } from '@accord/shared/protocol'
import { AnswerClaims, type PublicJwk } from '@accord/shared/schemas'

import { readJws, signJws, verifyJws, verifyJwsOnce } from '../jws/compact-jws.ts'
import { type KeyPair, thumbprintOf } from '../keys/key-pair.ts'

/** Response header of the control plane, PROTOCOL.md §5.9. */
export const ANSWER_SIGNATURE_HEADER = 'Accord-Signature'

const MAX_HEADER_CHARACTERS = 8192

/** Signs an answer by the connection's key or, where this node has none, by its identity key, which the header then carries. */
export const createAnswerSignature = (
  claims: AnswerClaims,
  key: KeyPair,
  by: 'connection' | 'identity',
): Promise<string> => signJws(claims, TYP.answer, key, by === 'connection' ? 'kid' : 'jwk')

export interface AnswerExpectation {
  /** Instance uid of who was called. */
  readonly remoteInstanceUid: string
  readonly connectionId: string
  /** SHA-256 of the JWS of our request. */
  readonly requestHash: string
  readonly status: number
  /** SHA-256 of the exact bytes of the answer's body. */
  readonly bodyHash: string
  /** The other side's connection key; undefined before there is one. */
  readonly key: PublicJwk | undefined
  /** Finds its key before this one by its thumbprint, while that may still sign. */
  readonly findEarlier?: (kid: string) => Promise<PublicJwk | undefined>
  /** Pinned in the handshake; undefined where none was. */
  readonly identityThumbprint: string | undefined
}

/** The signer of an answer: a key of the connection, the pinned identity, or an unknown key. */
export type AnswerVoucher = 'connection' | 'identity' | undefined

/** Does this signature stand under exactly this answer to exactly our request? Never throws. */
export async function verifyAnswerSignature(
  text: string | undefined,
  expected: AnswerExpectation,
): Promise<AnswerVoucher> {
  if (text === undefined || text.length > MAX_HEADER_CHARACTERS) return undefined
  const byConnection = readJws(text, TYP.answer, 'kid')
  const read = 'jws' in byConnection ? byConnection : readJws(text, TYP.answer, 'jwk')
  if ('fault' in read || !isOurs(read.jws.payload, expected)) return undefined
  const { kid, jwk } = read.jws.header
  if (jwk) {
    const isPinned = thumbprintOf(jwk) === expected.identityThumbprint
    return isPinned && (await verifyJwsOnce(read.jws, jwk)) ? 'identity' : undefined
  }
  const key = await keyNamed(kid, expected)
  return key && (await verifyJws(read.jws, key)) ? 'connection' : undefined
}

async function keyNamed(kid: string | undefined, { key, findEarlier }: AnswerExpectation) {
  if (key && thumbprintOf(key) === kid) return key
  return kid === undefined ? undefined : findEarlier?.(kid)
}

function isOurs(payload: unknown, expected: AnswerExpectation): boolean {
  const claims = AnswerClaims.safeParse(payload)
  return (
    claims.success &&
    claims.data.iss === expected.remoteInstanceUid &&
    claims.data.connectionId === expected.connectionId &&
    claims.data.requestHash === expected.requestHash &&
    claims.data.status === expected.status &&
    claims.data.bodyHash === expected.bodyHash
  )
}
