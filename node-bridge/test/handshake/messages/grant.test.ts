import { randomUUID } from 'node:crypto'

import { expect, test } from '@jest/globals'

import { createGrant, processGrant, type GrantInput } from '../../../src/handshake/messages/grant.ts'
import { takeGrant } from '../../../src/handshake/destination/source-calls.ts'
import { signJws } from '../../../src/jws/compact-jws.ts'
import { createKeyPair, type KeyPair } from '../../../src/keys/key-pair.ts'
import { validateAddress } from '../../../src/network/validate-address.ts'
import { createUrlGuard } from '../../../src/network/url-guard.ts'
import { refusalOf } from '../../refused.ts'
import { COMPANY_A, COMPANY_B, CONNECTION, NOW, setStage } from './parties.ts'

const { identity, created, invitation, connectionKey, redeem } = await setStage()
const range = { min: '1.0.0', max: '1.0.0' }
const sourceKey = await createKeyPair()

const input: GrantInput = {
  iss: COMPANY_A.instanceUid,
  aud: COMPANY_B.instanceUid,
  jti: created.payload.jti,
  requestHash: redeem.requestHash,
  connectionId: randomUUID(),
  connectionKey: sourceKey.publicJwk,
  status: 'granted',
  restVersion: '1.0.0',
  sourceRange: range,
  destinationRange: range,
  connection: {
    name: CONNECTION.name,
    sourceShortName: CONNECTION.localShortName,
    destinationShortName: CONNECTION.remoteShortName,
    description: CONNECTION.description,
    mode: 'script',
  },
  nodeInfo: COMPANY_A,
  confirmBy: '2026-03-03T12:00:00.000Z',
}

const expected = {
  identityKey: invitation.identityKey,
  identityThumbprint: invitation.identityThumbprint,
  requestHash: redeem.requestHash,
  invitationId: created.payload.jti,
  sourceUid: COMPANY_A.instanceUid,
  selfUid: COMPANY_B.instanceUid,
  connectionKeyThumbprint: connectionKey.thumbprint,
  ourNode: COMPANY_B,
}

const grantBy = async (key: KeyPair, change: object = {}) => (await createGrant({ ...input, ...change }, key, NOW)).body

test('what A grants B takes, whole', async () => {
  const { body, claims } = await createGrant(input, identity, NOW)
  expect(await processGrant(body, expected)).toEqual(claims)
})

test('the longest description still fits into a grant', async () => {
  const connection = { ...input.connection, name: '名'.repeat(255), description: '説'.repeat(4000) }
  expect((await processGrant(await grantBy(identity, { connection }), expected)).connection).toEqual(connection)
})

test.each<[string, object]>([
  ['requestHash', { requestHash: 'A'.repeat(43) }],
  ['jti', { jti: randomUUID() }],
  ['iss', { iss: randomUUID() }],
  ['iss', { nodeInfo: COMPANY_B }],
  ['aud', { aud: randomUUID() }],
  ['connectionKey', { connectionKey: connectionKey.publicJwk }],
  ['restVersion', { restVersion: '2.0.0' }],
  ['hubObjectVersion', { nodeInfo: { ...COMPANY_A, minHubObjectVersion: '2.0.0', maxHubObjectVersion: '2.0.0' } }],
  ['sourceRange', { sourceRange: { min: '2.0.0', max: '3.0.0' } }],
  ['connectionId', { connectionId: 'one' }],
])('a grant with another %s is refused and B keeps waiting for its own', async (what, change) => {
  const refusal = await refusalOf(processGrant(await grantBy(identity, change), expected))
  expect([refusal.code, refusal.facts?.['what']]).toEqual(['protocol_violation', what])
})

test('only the identity that signed the code can grant it, whatever key the answer names', async () => {
  const impostor = await createKeyPair()
  const borrowed = { ...impostor, thumbprint: identity.thumbprint }
  expect((await refusalOf(processGrant(await grantBy(impostor), expected))).facts).toEqual({ what: 'kid' })
  expect((await refusalOf(processGrant(await grantBy(borrowed), expected))).facts).toEqual({ what: 'signature' })
})

test('a message of another kind by the right key is no grant', async () => {
  const grant = await signJws({ ...input, iat: 1 }, 'accord-proof+jws', identity, 'kid')
  expect((await refusalOf(processGrant({ grant }, expected))).code).toBe('protocol_violation')
  for (const body of [undefined, 'grant', {}, { grant: '' }, { grant, more: 1 }])
    expect((await refusalOf(processGrant(body, expected))).code).toBe('protocol_violation')
})

test.each(['https://10.0.0.7', 'http://127.0.0.1:80', 'https://169.254.169.254', 'https://node-a.example/run#'])(
  'a grant that moves the source to %s, where this node must not call, is not taken',
  async (baseUrl) => {
    const guard = createUrlGuard({ allowHttpLoopback: false, allowedPrivateRanges: [] })
    const context = { validateAddress: (url: string) => validateAddress(guard, url) }
    const moved = await grantBy(identity, { nodeInfo: { ...COMPANY_A, baseUrl } })
    expect((await refusalOf(takeGrant(context, moved, expected))).code).toBe('protocol_violation')
    const hidden = await grantBy(identity, {
      nodeInfo: { ...COMPANY_A, baseUrl: 'https://10.0.0.7', pollOnly: true },
    })
    expect((await takeGrant(context, hidden, expected)).nodeInfo.pollOnly).toBe(true)
  },
)
