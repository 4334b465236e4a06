import { equal, isTrue, members, near } from './expect.ts'
import type { Arrived } from './inbox.ts'
import type { IssuedCode } from './issue-code.ts'
import { type PublicJwk, read, sha256, thumbprintOf, verify } from './jws.ts'
import { claimsSchema, requireShape } from './json-schema.ts'
import type { NodeInfo, Party } from './party.ts'
import { REDEEM_LIFE_S } from './redeem.ts'

export interface VerifiedRedeem {
  readonly requestHash: string
  readonly connectionKey: PublicJwk
  readonly identityThumbprint: string
  readonly nodeInfo: NodeInfo
  readonly nonce: unknown
}

/** A redeem of the node under test, whole. §5.1. Throws a `Mismatch`. */
export async function verifyRedeem(
  call: Arrived,
  issued: IssuedCode,
  self: Party,
  url: string,
): Promise<VerifiedRedeem> {
  equal('method', call.method, 'POST')
  isTrue('the body is no application/json', (call.contentType ?? '').startsWith('application/json'))
  const text = call.body.toString('utf8')
  isTrue('the secret half of the invitation key travels', !text.includes(issued.secret))
  const message = JSON.parse(text) as { redeem: string }
  members('the body', message, ['redeem'])
  return verifyRedeemJws(message.redeem, issued, self, url)
}

/** The same of one that came by fetch, §5.12. `url`: what its `htu` has to be. */
export async function verifyRedeemJws(
  redeem: string,
  issued: IssuedCode,
  self: Party,
  url: string,
): Promise<VerifiedRedeem> {
  const { header } = read(redeem)
  members('the header', header, ['alg', 'typ', 'jwk'])
  equal('typ', header.typ, 'accord-redeem+jws')
  const connectionKey = header['jwk'] as PublicJwk
  members('jwk', connectionKey, ['kty', 'crv', 'x'])
  const { claims } = await verify(redeem, connectionKey)
  requireShape('the redeem', claims, claimsSchema('redeem'))
  requireClaims(claims, issued, self, url)
  const bound = { jti: issued.id, keyThumbprint: await thumbprintOf(connectionKey), aud: self.instanceUid }
  await requireProof(String(claims['proof']), issued, bound)
  const identityThumbprint = await requireIdentity(String(claims['identity']), { ...bound, iss: claims['iss'] })
  return {
    requestHash: sha256(redeem),
    connectionKey,
    identityThumbprint,
    nodeInfo: claims['nodeInfo'] as NodeInfo,
    nonce: claims['nonce'],
  }
}

function requireClaims(claims: Readonly<Record<string, unknown>>, issued: IssuedCode, self: Party, url: string): void {
  equal('aud', claims['aud'], self.instanceUid)
  equal('htu', claims['htu'], url)
  equal('codeHash', claims['codeHash'], issued.codeHash)
  equal('iss', claims['iss'], (claims['nodeInfo'] as NodeInfo).instanceUid)
  near('iat', claims['iat'], Date.now(), 60)
  const life = Number(claims['exp']) - Number(claims['iat'])
  isTrue(`exp is ${life} s after iat`, life > 0 && life <= REDEEM_LIFE_S)
}

async function requireProof(text: string, issued: IssuedCode, bound: object): Promise<void> {
  const { header } = read(text)
  members('the header of proof', header, ['alg', 'typ', 'kid'])
  equal('typ of proof', header.typ, 'accord-proof+jws')
  equal('kid of proof', header['kid'], issued.invitationKey.thumbprint)
  const { claims } = await verify(text, issued.invitationKey.publicJwk)
  equal('claims of proof', { ...claims, ...bound }, claims)
}

/** Answers the thumbprint of the identity key. */
async function requireIdentity(text: string, bound: object): Promise<string> {
  const { header } = read(text)
  members('the header of identity', header, ['alg', 'typ', 'jwk'])
  equal('typ of identity', header.typ, 'accord-identity+jws')
  const key = header['jwk'] as PublicJwk
  const { claims } = await verify(text, key)
  equal('claims of identity', { ...claims, ...bound }, claims)
  return thumbprintOf(key)
}
