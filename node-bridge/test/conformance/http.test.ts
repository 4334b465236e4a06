import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DiscoveryDocument, Problem } from '@accord/shared/schemas'

import { createRedeem } from '../../src/handshake/messages/redeem.ts'
import { endpointOf } from '../../src/network/endpoint.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { COMPANY_B, CONNECTION } from '../handshake/messages/parties.ts'
import { startRealNode, type RealNode } from '../http/real-node.ts'
import { readFixture } from './read-fixture.ts'

interface Exchange {
  readonly name: string
  readonly request: { method: string; path: string; headers: Record<string, string>; body?: string }
  readonly expect: { status: number; code: string | null; headers: Record<string, string> }
}
const { exchanges } = readFixture<{ exchanges: Exchange[] }>('http.json')

let own: RealNode | undefined
let base = process.env['ACCORD_TEST_BASE_URL'] ?? ''
beforeAll(async () => {
  if (base !== '') return
  own = await startRealNode('Company A')
  base = own.url
})
afterAll(() => own?.close())

test.each(exchanges)('$name', async ({ request: { method, path, headers, body }, expect: expected }) => {
  const response = await fetch(base + path, { method, headers, ...(body ? { body } : {}) })
  expect(response.status).toBe(expected.status)
  for (const [name, value] of Object.entries(expected.headers)) expect(response.headers.get(name)).toContain(value)
  const requestId = response.headers.get('x-request-id')
  if (expected.code === null) return
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(Problem.parse(await response.json())).toMatchObject({
    code: expected.code,
    status: expected.status,
    requestId,
  })
})

/** A redeem that is right in everything but the invitation, which nobody issued. */
async function redeemUnknown(clockMs: number, nonce?: string) {
  const { node } = DiscoveryDocument.parse(await (await fetch(`${base}/.well-known/accord-node`)).json())
  const [invitationKey, connectionKey] = await Promise.all([createKeyPair(), createKeyPair()])
  const iat = Math.floor(clockMs / 1000)
  const payload = {
    v: 1 as const,
    jti: randomUUID(),
    iat,
    exp: iat + 3600,
    invitationKey: { d: invitationKey.privateJwk.d, x: invitationKey.publicJwk.x },
    purpose: 'connect' as const,
    connection: CONNECTION,
    nodeInfo: node,
    approval: false,
  }
  const invitation = { payload, codeHash: 'A'.repeat(43) }
  const identity = await createKeyPair()
  const now = new Date(clockMs)
  const redeem = await createRedeem({ invitation, connectionKey, identity, nodeInfo: COMPANY_B, now, nonce })
  const response = await fetch(endpointOf(base, 'redeemInvitation', { invitationId: payload.jti }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(redeem.body),
  })
  return { status: response.status, problem: Problem.parse(await response.json()) }
}

test('an invitation that nobody issued is unknown', async () => {
  expect(await redeemUnknown(Date.now())).toMatchObject({
    status: 404,
    problem: { code: 'invitation_unknown', retry: false },
  })
})

test('a wrong clock is given the time and given a nonce, with which the same redeem is checked', async () => {
  const wrong = Date.now() - 86_400_000
  const { status, problem } = await redeemUnknown(wrong)
  expect([status, problem.code]).toEqual([401, 'clock_skew'])
  expect(Math.abs(new Date(String(problem.facts?.['serverTime'])).getTime() - Date.now())).toBeLessThan(60_000)
  expect(await redeemUnknown(wrong, String(problem.facts?.['nonce']))).toMatchObject({
    problem: { code: 'invitation_unknown' },
  })
})
