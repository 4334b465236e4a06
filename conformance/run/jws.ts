import { createHash, webcrypto } from 'node:crypto'

import { calculateJwkThumbprint, CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose'

/**
 * The runner's own cryptography, by jose and web crypto. It shares no code with the node of this repository: who verifies an
 * implementation must not repeat its mistakes.
 */
export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}

export interface Key {
  readonly publicJwk: PublicJwk
  readonly privateKey: webcrypto.CryptoKey
  /** RFC 7638, SHA-256, base64url. */
  readonly thumbprint: string
}

export const publicJwkOf = (x: string): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x })

export async function makeKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true })
  const { x = '' } = await exportJWK(publicKey)
  return keyOf(x, privateKey)
}

/** The key whose two halves stand in an invitation code. */
export async function importKey({ d, x }: { readonly d: string; readonly x: string }): Promise<Key> {
  const imported = await importJWK({ ...publicJwkOf(x), d }, 'Ed25519')
  if (imported instanceof Uint8Array) throw new Error('An Ed25519 key was expected')
  return keyOf(x, imported)
}

const keyOf = async (x: string, privateKey: webcrypto.CryptoKey): Promise<Key> => ({
  publicJwk: publicJwkOf(x),
  privateKey,
  thumbprint: await thumbprintOf(publicJwkOf(x)),
})

export const thumbprintOf = (jwk: PublicJwk): Promise<string> => calculateJwkThumbprint(jwk, 'sha256')

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64url')

export interface Header {
  readonly alg?: string
  readonly typ?: string
  readonly [member: string]: unknown
}

export const byKid = (typ: string, key: Key): Header => ({ alg: 'Ed25519', typ, kid: key.thumbprint })
export const byJwk = (typ: string, key: Key): Header => ({ alg: 'Ed25519', typ, jwk: key.publicJwk })

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** As an honest sender signs. */
export const sign = (header: Header, claims: object, key: Key): Promise<string> =>
  new CompactSign(bytes(JSON.stringify(claims)))
    .setProtectedHeader({ ...header, alg: header.alg ?? 'Ed25519' })
    .sign(key.privateKey)

/** Any header whatever under a signature that fits: what jose would refuse to make. */
export async function forge(header: Header, claims: object, key: Key): Promise<string> {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${encode(header)}.${encode(claims)}`
  const signature = await webcrypto.subtle.sign('Ed25519', key.privateKey, bytes(input))
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}

export interface Opened {
  readonly header: Header
  readonly claims: Readonly<Record<string, unknown>>
}

/** Header and claims as they stand; nothing is checked. Throws for what is no compact JWS. */
export function read(text: string): Opened {
  const [header = '', claims = '', signature = '', ...rest] = text.split('.')
  if (!signature || rest.length > 0) throw new Error('not a compact JWS')
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Opened['claims']
  return { header: decode(header), claims: decode(claims) }
}

/** Header and claims of a JWS whose signature fits this key and whose algorithm is Ed25519. Throws otherwise. */
export async function verify(text: string, key: PublicJwk): Promise<Opened> {
  const { payload, protectedHeader } = await compactVerify(text, await importJWK(key, 'Ed25519'), {
    algorithms: ['Ed25519'],
  })
  return {
    header: protectedHeader as Header,
    claims: JSON.parse(new TextDecoder().decode(payload)) as Opened['claims'],
  }
}
