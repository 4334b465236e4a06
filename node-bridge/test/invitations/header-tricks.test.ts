import { expect, test } from '@jest/globals'

import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { created, GOOD_HEADER, identity, signCode, signForeign, withSignature } from './signed-codes.ts'

const foreign = await createKeyPair()

test.each<[string, object]>([
  ['alg none', { ...GOOD_HEADER, alg: 'none' }],
  ['alg NONE', { ...GOOD_HEADER, alg: 'NONE' }],
  ['the deprecated name EdDSA', { ...GOOD_HEADER, alg: 'EdDSA' }],
  ['alg in another case', { ...GOOD_HEADER, alg: 'ed25519' }],
  ['no alg', { typ: GOOD_HEADER.typ, jwk: identity.publicJwk }],
  ['the typ of a grant', { ...GOOD_HEADER, typ: 'accord-grant+jws' }],
  ['a typ with the media type prefix', { ...GOOD_HEADER, typ: 'application/accord-invitation+jws' }],
  ['no key', { alg: 'Ed25519', typ: GOOD_HEADER.typ }],
  ['a private key in jwk', { ...GOOD_HEADER, jwk: identity.privateJwk }],
  ['a jwk with a key id', { ...GOOD_HEADER, jwk: { ...identity.publicJwk, kid: 'x' } }],
  ['a symmetric jwk', { ...GOOD_HEADER, jwk: { kty: 'oct', k: identity.publicJwk.x } }],
  ['another curve', { ...GOOD_HEADER, jwk: { ...identity.publicJwk, crv: 'X25519' } }],
  ['a key URL', { ...GOOD_HEADER, jku: 'https://evil.example/keys' }],
  ['a certificate URL', { ...GOOD_HEADER, x5u: 'https://evil.example/cert' }],
  ['kid beside jwk', { ...GOOD_HEADER, kid: identity.thumbprint }],
  ['an unencoded payload', { ...GOOD_HEADER, b64: false }],
  ['compression', { ...GOOD_HEADER, zip: 'DEF' }],
])('%s is refused by the header, although the signature fits', async (_, header) => {
  const refusal = await refusalOf(processInvitationCode(await signCode(created.payload, header)))
  expect(refusal.code).toBe('code_malformed')
  expect(refusal.facts).toHaveProperty('header')
})

test.each([[['exp']], [['b64']], [['accord-escrow', 'x']]])(
  'crit %j is refused and names what it demands',
  async (crit) => {
    const refusal = await refusalOf(processInvitationCode(await signCode(created.payload, { ...GOOD_HEADER, crit })))
    expect(refusal.code).toBe('code_malformed')
    expect(refusal.facts).toEqual({ mustUnderstand: crit })
    expect(refusal.message).toContain(`“${crit[0]}”`)
  },
)

test.each([[[]], ['exp'], [{ length: 1 }], [null]])('a crit that is no list (%j) is refused as well', async (crit) => {
  expect(await codeOf(processInvitationCode(await signCode(created.payload, { ...GOOD_HEADER, crit })))).toBe(
    'code_malformed',
  )
})

test.each(['HS256', 'ES256', 'EdDSA'] as const)('a code signed with %s is refused', async (alg) => {
  expect(await codeOf(processInvitationCode(await signForeign(alg, created.payload)))).toBe('code_malformed')
})

test('the signature of another key, or of another code of the same key, does not fit', async () => {
  const swapped = await signCode(created.payload, { ...GOOD_HEADER, jwk: foreign.publicJwk })
  const other = await signCode({ ...created.payload, v: 3 })
  for (const code of [swapped, withSignature(created.code, other.split('.')[2] ?? '')])
    expect(await codeOf(processInvitationCode(code))).toBe('code_signature_invalid')
})

test('a key of small order cannot vouch for anything', async () => {
  const weak = {
    kty: 'OKP',
    crv: 'Ed25519',
    x: Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]).toString('base64url'),
  }
  const code = await signCode(created.payload, { ...GOOD_HEADER, jwk: weak })
  const forged = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString('base64url')
  expect(await codeOf(processInvitationCode(withSignature(code, forged)))).toBe('code_signature_invalid')
})

test('an empty signature is an incomplete code; a second spelling of the same bytes is no code', async () => {
  expect(await codeOf(processInvitationCode(withSignature(created.code, '')))).toBe('code_truncated')
  // 64 bytes leave four unused bits in the last letter: A and B decode alike, jose alone takes both.
  const last = created.code.at(-1) ?? ''
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const sibling = created.code.slice(0, -1) + (alphabet[alphabet.indexOf(last) + 1] ?? '')
  expect(Buffer.from(sibling.slice(-86), 'base64url')).toEqual(Buffer.from(created.code.slice(-86), 'base64url'))
  expect(await codeOf(processInvitationCode(sibling))).toBe('code_malformed')
})

test('a demand that is no plain name is not repeated to the admin', async () => {
  const code = await signCode(created.payload, { ...GOOD_HEADER, crit: ['<img src=x>'] })
  expect((await refusalOf(processInvitationCode(code))).message).not.toContain('<')
})
