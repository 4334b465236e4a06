import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { OPERATIONS, type OperationId } from '@accord/shared/contracts'
import { LIMITS, pathOf } from '@accord/shared/protocol'

import { startCompany, type Company } from '../company/company.ts'
import { send, type Answered, type Sent } from './send.ts'

let company: Company
let turn = 0

beforeAll(async () => {
  company = await startCompany('Company A')
}, 60_000)

afterAll(() => company.close())

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const ID = '6f1f3f5e-1111-4a5e-8d0a-3d5d4f7c9a01'

/** Bodies that no operation has a use for. */
const BODIES: Readonly<Record<string, Sent>> = {
  'one byte too many': { body: 'x'.repeat(LIMITS.bodyBytes + 1) },
  'eight megabytes': { body: 'x'.repeat(8_000_000) },
  'ten thousand levels deep': { body: nested(10_000) },
  'thirty thousand levels deep': { body: `{"redeem":${nested(30_000)}}` },
  'an object of many levels': { body: `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}` },
  'a prototype': { body: '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}' },
  'a member twice': { body: '{"text":"a","text":"b"}' },
  'bytes that are no UTF-8': { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  'half a surrogate': { body: String.raw`{"text":"\ud800"}` },
  'a number beyond numbers': { body: '{"redeem":1e999}' },
  'an array': { body: '[]' },
  null: { body: 'null' },
  nothing: { body: '' },
  'a gzip bomb': { body: gzipSync(Buffer.alloc(1_000_000)), headers: { 'content-encoding': 'gzip' } },
  'a form': { body: 'text=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  'another charset': { body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
}

/** Who asks for a pairing code, or says that there is something to pull, sends nothing that could be wrong. */
const BODY_IS_NOT_READ: readonly OperationId[] = ['issuePairingCode', 'wakeNode', 'wakeNodeAsOperator']

/** It takes no body, so none can be wrong; the operator who calls it would end the pairing that the others need. */
const WITHOUT_BODY: readonly OperationId[] = ['revokePairing']

const DOORS = (Object.keys(OPERATIONS) as OperationId[]).filter(
  (id) => OPERATIONS[id].method === 'POST' && !WITHOUT_BODY.includes(id),
)

function knock(id: OperationId, sent: Sent): Promise<Answered> {
  turn += 1
  const path = pathOf(OPERATIONS[id].path, { invitationId: ID, connectionId: ID })
  const token = OPERATIONS[id].audience === 'operator' ? company.secrets.operatorToken : company.secrets.instanceToken
  return send(company.bridge.url + path, {
    ...sent,
    headers: { authorization: `Bearer ${token}`, ...sent.headers },
    localAddress: process.platform === 'linux' ? `127.5.${turn >> 8}.${turn & 255}` : '127.0.0.1',
  }).catch(hungUp)
}

/** A server may hang up on a sender that goes on after the limit; that is an answer too. */
const hungUp = (error: NodeJS.ErrnoException): Answered => {
  if (error.code === 'EPIPE' || error.code === 'ECONNRESET') return { status: 413, code: 'payload_too_large', text: '' }
  throw error
}

describe.each(DOORS)('%s', (id) => {
  test('refuses every nonsense body by name, and none is a 5xx', async () => {
    for (const [name, sent] of Object.entries(BODIES)) {
      const { status, code } = await knock(id, sent)
      const isRefused = status >= 400 && status < 500 && code !== undefined
      expect([name, status, isRefused || (BODY_IS_NOT_READ.includes(id) && status < 300)]).toEqual([name, status, true])
    }
  })
})

test.each([
  ['a path that tries to climb', '/node/v1/../../etc/passwd'],
  ['a path with a zero byte', '/node/v1/%00'],
  ['a path that is no UTF-8', '/node/v1/invitations/%ff/redeem'],
  ['a path of four thousand letters', `/${'a'.repeat(4000)}`],
  ['an id that is SQL', "/node/v1/invitations/'%20or%201=1--/redeem"],
  ['an id that is a prototype', '/node/v1/connections/__proto__/confirm'],
  ['a query with brackets', '/instance/v1/connections?a[b][c]=1&__proto__[x]=1'],
])('%s is refused and no 5xx', async (_, path) => {
  const { status } = await send(company.bridge.url + path, { body: '{}' })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
})

test('after all that the bridge is alive and has not said a word about a defect', async () => {
  expect((await company.client.call('listConnections')).connections).toEqual([])
  expect(company.bridge.output('stderr')).not.toContain('"level":50')
  expect(company.bridge.output('stderr')).not.toContain('"level":"error"')
})
