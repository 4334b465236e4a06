import { CompactSign, generateKeyPair, importJWK, type CompactJWSHeaderParameters } from 'jose'

import { createInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { COMPANY_A, CONNECTION, NOW } from '../handshake/messages/parties.ts'

export const identity = await createKeyPair()
export const created = await createInvitationCode({ nodeInfo: COMPANY_A, connection: CONNECTION }, identity, NOW)

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export const GOOD_HEADER = { alg: 'Ed25519', typ: 'accord-invitation+jws', jwk: identity.publicJwk }

/** A code whose signature fits whatever header and payload are wished: only their content can be wrong. */
export async function signCode(payload: unknown, header: object = GOOD_HEADER, rawPayload?: string): Promise<string> {
  const input = `${encode(header)}.${rawPayload === undefined ? encode(payload) : Buffer.from(rawPayload).toString('base64url')}`
  const key = await crypto.subtle.importKey('jwk', identity.privateJwk, { name: 'Ed25519' }, false, ['sign'])
  const signature = await crypto.subtle.sign('Ed25519', key, Buffer.from(input))
  return `accord1_${input}.${Buffer.from(signature).toString('base64url')}`
}

/** What jose itself would sign with another algorithm or key. */
export async function signForeign(alg: 'HS256' | 'ES256' | 'EdDSA', payload: unknown, extra: object = {}) {
  const key = await foreignKey(alg)
  const header = { ...GOOD_HEADER, ...extra, alg } as CompactJWSHeaderParameters
  return `accord1_${await new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header).sign(key)}`
}

async function foreignKey(alg: 'HS256' | 'ES256' | 'EdDSA') {
  // The classic confusion: the public key that everybody knows, taken as a shared secret.
  if (alg === 'HS256') return Buffer.from(identity.publicJwk.x, 'base64url')
  if (alg === 'EdDSA') return importJWK(identity.privateJwk, 'EdDSA')
  return (await generateKeyPair('ES256')).privateKey
}

/** Everything before the signature, then another signature. */
export const withSignature = (code: string, signature: string) => code.replace(/\.[^.]*$/u, `.${signature}`)
