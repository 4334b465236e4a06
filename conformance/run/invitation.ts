import { isTrue, equal, members } from './expect.ts'
import { importKey, type Key, type PublicJwk, read, sha256, thumbprintOf, verify } from './jws.ts'
import { claimsSchema, requireShape } from './json-schema.ts'
import type { NodeInfo } from './party.ts'

export interface Invitation {
  readonly code: string
  readonly codeHash: string
  readonly id: string
  readonly expiresAtS: number
  readonly approval: boolean
  readonly invitedInstanceUid: string | undefined
  readonly connection: Readonly<Record<string, unknown>>
  /** A's identity key, which has signed the code. */
  readonly identityKey: PublicJwk
  readonly identityThumbprint: string
  readonly invitationKey: Key
  readonly source: NodeInfo
}

const PREFIX = 'accord1_'
const MOST_BYTES = 4096
const LONGEST_S = 14 * 86_400

/** A code as §3 says, checked whole. Throws a `Mismatch`. */
export async function readInvitation(pasted: string): Promise<Invitation> {
  const code = pasted.trim()
  isTrue('the code does not begin with accord1_', code.startsWith(PREFIX))
  isTrue(`the code has ${code.length} bytes`, code.length <= MOST_BYTES)
  const jws = code.slice(PREFIX.length)
  const { header } = read(jws)
  members('the header', header, ['alg', 'typ', 'jwk'])
  equal('typ', header.typ, 'accord-invitation+jws')
  const identityKey = header['jwk'] as PublicJwk
  members('jwk', identityKey, ['kty', 'crv', 'x'])
  const { claims } = await verify(jws, identityKey)
  requireShape('the payload', claims, claimsSchema('invitation'))
  const payload = claims as unknown as Payload
  isTrue('exp is not within 14 days after iat', payload.exp > payload.iat && payload.exp - payload.iat <= LONGEST_S)
  return {
    code,
    codeHash: sha256(code),
    id: payload.jti,
    expiresAtS: payload.exp,
    approval: payload.approval,
    invitedInstanceUid: payload.invitedInstanceUid,
    connection: payload.connection,
    identityKey,
    identityThumbprint: await thumbprintOf(identityKey),
    invitationKey: await importKey(payload.invitationKey),
    source: payload.nodeInfo,
  }
}

interface Payload {
  readonly jti: string
  readonly iat: number
  readonly exp: number
  readonly approval: boolean
  readonly invitedInstanceUid?: string
  readonly invitationKey: { readonly d: string; readonly x: string }
  readonly connection: Readonly<Record<string, unknown>>
  readonly nodeInfo: NodeInfo
}
