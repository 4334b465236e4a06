import { createHash, createHmac, createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto'

import { TYP } from '@accord/shared/protocol'

export interface ForgerKey {
  readonly x: string
  readonly d: string
  readonly thumbprint: string
}

/** What a signed call consists of; a trick replaces a part of it and leaves the rest as it should be. */
export interface SignedCall {
  readonly header: Record<string, unknown>
  readonly claims: Record<string, unknown>
  readonly key: ForgerKey
}

export interface CallDetails {
  readonly key: ForgerKey
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
  readonly htu: string
}

/** A call that the receiver takes, PROTOCOL.md §5.4. */
export function goodCall({ key, iss, aud, connectionId, htu }: CallDetails): SignedCall {
  const iat = Math.floor(Date.now() / 1000)
  const bodyHash = createHash('sha256').update('{}').digest('base64url')
  return {
    header: { alg: 'Ed25519', typ: TYP.request, kid: key.thumbprint },
    claims: { iss, aud, connectionId, iat, exp: iat + 60, jti: randomUUID(), htm: 'POST', htu, bodyHash },
    key,
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const inputOf = ({ header, claims }: SignedCall): string => `${encode(header)}.${encode(claims)}`

/** A compact JWS with a true Ed25519 signature over whatever stands in it. */
export function signCall(call: SignedCall): string {
  const input = inputOf(call)
  return `${input}.${sign(null, Buffer.from(input), privateKeyOf(call.key)).toString('base64url')}`
}

/** Made once for each key: a hundred thousand calls are signed by a few. */
const privateKeys = new WeakMap<ForgerKey, KeyObject>()

function privateKeyOf(key: ForgerKey): KeyObject {
  const { x, d } = key
  const made = privateKeys.get(key) ?? createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x, d } })
  privateKeys.set(key, made)
  return made
}

/** The classic confusion: the public key, which everybody knows, taken as a shared secret. */
export const hmacCall = (call: SignedCall): string =>
  `${inputOf(call)}.${createHmac('sha256', Buffer.from(call.key.x, 'base64url')).update(inputOf(call)).digest('base64url')}`

export const unsignedCall = (call: SignedCall): string => `${inputOf(call)}.`
