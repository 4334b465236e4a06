import { equal, isTrue, members, near } from './expect.ts'
import type { Answer } from './http.ts'
import { type PublicJwk, read, sha256, thumbprintOf, verify } from './jws.ts'
import { invitationAnswerSchema, requireShape } from './json-schema.ts'

export interface Expected {
  readonly iss: string
  /** Of the identity keys that may have signed. */
  readonly thumbprints: readonly string[]
  readonly invitationId: string
  readonly requestHash: string
}

/** The signature under an answer that names an invitation: of the receiver's identity key, over exactly this call. §5.9. */
export async function requireSignedByIdentity(
  { status, headers, body }: Answer,
  { iss, thumbprints, invitationId, requestHash }: Expected,
): Promise<void> {
  const text = headers.get('accord-signature')
  isTrue('the answer carries no Accord-Signature', text !== null)
  const { header } = read(text)
  members('the header of Accord-Signature', header, ['alg', 'typ', 'jwk'])
  equal('typ', header.typ, 'accord-answer+jws')
  const key = header['jwk'] as PublicJwk
  members('jwk', key, ['kty', 'crv', 'x'])
  isTrue('jwk is no known identity key', thumbprints.includes(await thumbprintOf(key)))
  const { claims } = await verify(text, key)
  requireShape('Accord-Signature', claims, invitationAnswerSchema())
  equal('iss', claims['iss'], iss)
  equal('invitationId', claims['invitationId'], invitationId)
  equal('requestHash', claims['requestHash'], requestHash)
  equal('status', claims['status'], status)
  equal('bodyHash', claims['bodyHash'], sha256(body))
  near('iat', claims['iat'], Date.now(), 120)
}
