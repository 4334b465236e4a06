import { createHash, createPrivateKey, sign } from 'node:crypto'

import { keyPairOf, type KeyPair } from '../../node-bridge/src/keys/key-pair.ts'

/** DER in front of a raw Ed25519 seed, RFC 8410. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A key that follows from its label: the same in every run, and known to everybody. Never use one outside these fixtures. */
export function fixedKey(label: string): KeyPair {
  const { d = '', x = '' } = privateKeyOf(seedOf(label)).export({ format: 'jwk' })
  return keyPairOf({ d, x })
}

const seedOf = (label: string): Buffer => createHash('sha256').update(`accord-conformance ${label}`).digest()

const privateKeyOf = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })

/** A UUID that follows from its label. */
export function fixedUuid(label: string): string {
  const hex = createHash('sha256').update(`accord-conformance uuid ${label}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A compact JWS with any header and payload whatever, whose Ed25519 signature fits: what a hostile sender can make. */
export function signAnything(header: object, payload: unknown, key: KeyPair): string {
  const input = `${encode(header)}.${encode(payload)}`
  const signature = sign(null, Buffer.from(input), privateKeyOf(Buffer.from(key.privateJwk.d, 'base64url')))
  return `${input}.${signature.toString('base64url')}`
}

/** The same header and payload, with the signature of something else. */
export const withSignatureOf = (jws: string, other: string): string =>
  jws.replace(/[^.]*$/u, other.slice(other.lastIndexOf('.') + 1))
