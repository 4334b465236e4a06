import { TYP } from '@accord/shared/protocol'
import { IdentityClaims, type PublicJwk } from '@accord/shared/schemas'

import { readJws, signJws, verifyJwsOnce } from '../../jws/compact-jws.ts'
import type { KeyPair } from '../../keys/key-pair.ts'
import { Refusal } from '../../refusals/refusal.ts'

/**
 * B's word, by its identity key, that the connection key of this redeem is its own (PROTOCOL.md §5.1). The key stands in the
 * header, so that what is claimed and what is proven cannot differ.
 */
export const createIdentityProof = (claims: IdentityClaims, identity: KeyPair): Promise<string> =>
  signJws(claims, TYP.identity, identity, 'jwk')

/** The identity key that vouches for exactly this redeem. Throws `malformed` for another form, `proof_invalid` for anything else. */
export async function processIdentityProof(text: string, expected: IdentityClaims): Promise<PublicJwk> {
  const read = readJws(text, TYP.identity, 'jwk')
  if ('fault' in read)
    throw new Refusal('malformed', 'The identity of the redeem is not a JWS of its kind.', { facts: read.fault })
  const claims = IdentityClaims.safeParse(read.jws.payload)
  const { jwk } = read.jws.header
  if (!claims.success || !jwk) throw refuse('form')
  if (!(await verifyJwsOnce(read.jws, jwk))) throw refuse('signature')
  const mismatch = (['iss', 'aud', 'jti', 'keyThumbprint'] as const).find(
    (name) => claims.data[name] !== expected[name],
  )
  if (mismatch) throw refuse(mismatch)
  return jwk
}

const refuse = (what: string): Refusal =>
  new Refusal('proof_invalid', 'The identity of the redeem does not fit the redeem.', {
    facts: { what: `identity.${what}` },
  })
