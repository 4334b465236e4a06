import { expect, test } from '@jest/globals'
import { LIMITS } from '@accord/shared/protocol'

import { createInvitationCode, processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { sha256 } from '../../src/keys/digest.ts'
import { COMPANY_A, CONNECTION, NOW } from '../handshake/messages/parties.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { created, identity, signCode } from './signed-codes.ts'

test('a code carries what the source said, to the letter, and its hash and key', async () => {
  const processed = await processInvitationCode(created.code)
  expect(processed.payload).toEqual(created.payload)
  expect(processed.code).toBe(created.code)
  expect(processed.codeHash).toBe(sha256(created.code))
  expect(processed.identityKey).toEqual(identity.publicJwk)
  expect(processed.identityThumbprint).toBe(identity.thumbprint)
  expect(created.payload.exp - created.payload.iat).toBe(LIMITS.invitationDefaultMs / 1000)
  expect(created.invitationPublicKey).not.toHaveProperty('d')
})

test('two codes never share an id or a key', async () => {
  const other = await createInvitationCode({ nodeInfo: COMPANY_A, connection: CONNECTION }, identity, NOW)
  expect(other.payload.jti).not.toBe(created.payload.jti)
  expect(other.payload.invitationKey.d).not.toBe(created.payload.invitationKey.d)
})

test('a long description is cut in the code, so that the code stays short enough to paste', async () => {
  const connection = { ...CONNECTION, name: '名'.repeat(255), description: '説'.repeat(LIMITS.descriptionChars) }
  const { code } = await createInvitationCode({ nodeInfo: COMPANY_A, connection }, identity, NOW)
  expect(code.length).toBeLessThanOrEqual(LIMITS.codeBytes)
  expect((await processInvitationCode(code)).payload.connection.name).toBe(connection.name)
})

test('addresses that no code can hold are refused when it is made, not when it is pasted', async () => {
  const nodeInfo = {
    ...COMPANY_A,
    baseUrl: `https://a.example/${'a'.repeat(2000)}`,
    issueTrackerUrl: `https://a.example/${'b'.repeat(2000)}`,
  }
  expect(await codeOf(createInvitationCode({ nodeInfo, connection: CONNECTION }, identity, NOW))).toBe('malformed')
})

test('unknown extras in the payload are ignored', async () => {
  const code = await signCode({ ...created.payload, colour: 'blue' })
  expect((await processInvitationCode(code)).payload).toEqual(created.payload)
})

test.each<[string, object]>([
  ['a later version of the payload', { v: 2 }],
  ['an id that is no UUID', { jti: '../../etc' }],
  ['a validity that ends before it begins', { exp: created.payload.iat }],
  ['a validity beyond fourteen days', { exp: created.payload.iat + LIMITS.invitationMaxMs / 1000 + 1 }],
  ['a rekey without its connection', { purpose: 'rekey' }],
  ['a short invitation key', { invitationKey: { d: 'AA', x: 'AA' } }],
  ['a script URL', { nodeInfo: { ...COMPANY_A, baseUrl: 'javascript:alert(1)' } }],
  ['a name that reorders what the admin reads', { connection: { ...CONNECTION, name: 'safe\u202Eexe' } }],
  ['a short name of 51 characters', { connection: { ...CONNECTION, localShortName: 'x'.repeat(51) } }],
  ['a missing node', { nodeInfo: undefined }],
])('%s is refused with the field, although the signature fits', async (_, change) => {
  const refusal = await refusalOf(processInvitationCode(await signCode({ ...created.payload, ...change })))
  expect(refusal.code).toBe('code_malformed')
  expect(refusal.facts?.['fields']).not.toHaveLength(0)
})

test.each([
  ['a __proto__ member', '{"__proto__":{"admin":true},"v":1}'],
  ['a nested constructor member', '{"v":1,"connection":{"constructor":{"prototype":{}}}}'],
  ['depth without end', `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`],
  ['no object', '[1,2,3]'],
  ['no JSON', 'v=1&jti=2'],
  ['broken UTF-8 that some parsers repair', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('latin1')],
])('a signed payload with %s is refused', async (_, payload) => {
  expect(await codeOf(processInvitationCode(await signCode(undefined, undefined, payload)))).toBe('code_malformed')
})
