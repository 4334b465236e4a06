import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

import { PublicJwk } from '@accord/shared/schemas'

import { sha256 } from './digest.ts'
import { yielding } from '../event-loop/yielding.ts'
import { isWeakPoint } from './weak-points.ts'

/** An Ed25519 key as a JWK that carries both halves: importing a bare seed costs thirteen times as much. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string
}

export interface KeyPair {
  readonly publicJwk: PublicJwk
  readonly privateJwk: PrivateJwk
  /** RFC 7638, SHA-256, base64url: the `kid` of everything this key signs. */
  readonly thumbprint: string
}

/** A fresh Ed25519 pair. */
export async function createKeyPair(): Promise<KeyPair> {
  const privateKey = await yielding(() => generateKeyPairSync('ed25519').privateKey)
  const { d, x } = privateKey.export({ format: 'jwk' })
  if (d === undefined || x === undefined) throw new Error('The runtime exported an Ed25519 key without its parts')
  const pair = keyPairOf({ d, x })
  privateKeys.set(pair.privateJwk, privateKey)
  return pair
}

/** Names the parts of a pair that exists already, such as the key inside an invitation code. */
export function keyPairOf({ d, x }: { readonly d: string; readonly x: string }): KeyPair {
  const publicJwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x }
  return { publicJwk, privateJwk: { ...publicJwk, d }, thumbprint: thumbprintOf(publicJwk) }
}

/** RFC 7638: SHA-256 over the required members in lexical order. */
export const thumbprintOf = ({ crv, kty, x }: PublicJwk): string => sha256(JSON.stringify({ crv, kty, x }))

/** A thumbprint for two people to compare by phone, `3F2A-91BC-77D0-E4A5`: its first 64 bits in hexadecimal (PROTOCOL.md §2.4). */
export function fingerprintOf(thumbprint: string): string {
  const digits = Buffer.from(thumbprint, 'base64url').toString('hex').slice(0, 16).toUpperCase()
  return (digits.match(/.{4}/g) ?? []).join('-')
}

const MAX_CACHED_KEYS = 4096
const publicKeys = new Map<string, KeyObject>()
/** Weak, so that a private key leaves memory together with whoever held it. */
const privateKeys = new WeakMap<PrivateJwk, KeyObject>()

/** What precedes the 32 bytes of a point in a SubjectPublicKeyInfo (RFC 8410 §4), in base64. */
const SPKI_OF_ED25519 = 'MCowBQYDK2VwAyEA'

/**
 * Throws for a point that would accept forged signatures. As PEM: of any other form Node first tries whether it is a key
 * object, by errors thrown and caught, which costs a third of a verification.
 */
export function importPublicKey({ x }: PublicJwk): KeyObject {
  if (isWeakPoint(x)) throw new Error('The key is a point of small order')
  const point = Buffer.from(x, 'base64url').toString('base64')
  return createPublicKey(`-----BEGIN PUBLIC KEY-----\n${SPKI_OF_ED25519}${point}\n-----END PUBLIC KEY-----`)
}

/** As `importPublicKey`, imported once. The oldest of many thousand keys makes room for a new one. */
export function rememberPublicKey(jwk: PublicJwk): KeyObject {
  const known = publicKeys.get(jwk.x)
  if (known) return known
  const imported = importPublicKey(jwk)
  const oldest = publicKeys.keys().next()
  if (publicKeys.size >= MAX_CACHED_KEYS && !oldest.done) publicKeys.delete(oldest.value)
  publicKeys.set(jwk.x, imported)
  return imported
}

export function importPrivateKey(jwk: PrivateJwk): KeyObject {
  const known = privateKeys.get(jwk)
  if (known) return known
  const { kty, crv, x, d } = jwk
  const imported = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })
  privateKeys.set(jwk, imported)
  return imported
}
