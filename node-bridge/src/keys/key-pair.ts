import { generateKeyPairSync, subtle, type webcrypto } from 'node:crypto'

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

const ED25519 = { name: 'Ed25519' }

/** A fresh Ed25519 pair. */
export async function createKeyPair(): Promise<KeyPair> {
  const privateKey = await yielding(() => generateKeyPairSync('ed25519').privateKey)
  const { d, x } = privateKey.export({ format: 'jwk' })
  if (d === undefined || x === undefined) throw new Error('The runtime exported an Ed25519 key without its parts')
  const pair = keyPairOf({ d, x })
  privateKeys.set(pair.privateJwk, privateKey.toCryptoKey(ED25519, false, ['sign']))
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
const publicKeys = new Map<string, webcrypto.CryptoKey>()
/** A WeakMap, so that the imported key is collected together with its JWK. */
const privateKeys = new WeakMap<PrivateJwk, webcrypto.CryptoKey>()

/** Rejects a point that would accept forged signatures. */
export async function importPublicKey({ x }: PublicJwk): Promise<webcrypto.CryptoKey> {
  if (isWeakPoint(x)) throw new Error('The key is a point of small order')
  return subtle.importKey('raw', Buffer.from(x, 'base64url'), ED25519, false, ['verify'])
}

/** As `importPublicKey`, imported once. The oldest of many thousand keys makes room for a new one. */
export async function rememberPublicKey(jwk: PublicJwk): Promise<webcrypto.CryptoKey> {
  const known = publicKeys.get(jwk.x)
  if (known) return known
  const imported = await importPublicKey(jwk)
  const oldest = publicKeys.keys().next()
  if (publicKeys.size >= MAX_CACHED_KEYS && !oldest.done) publicKeys.delete(oldest.value)
  publicKeys.set(jwk.x, imported)
  return imported
}

/** Imported once for each object that holds it; what is imported cannot be exported. */
export async function importPrivateKey(jwk: PrivateJwk): Promise<webcrypto.CryptoKey> {
  const known = privateKeys.get(jwk)
  if (known) return known
  const { kty, crv, x, d } = jwk
  const imported = await subtle.importKey('jwk', { kty, crv, x, d }, ED25519, false, ['sign'])
  privateKeys.set(jwk, imported)
  return imported
}
