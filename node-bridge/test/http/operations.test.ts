import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { OPERATIONS, plainNameOf, type OperationId } from '@accord/shared/protocol'
import { Problem } from '@accord/shared/schemas'

import { CONTRACTS } from '../../src/http/contracts.ts'
import { createOpenApi } from '../../src/http/openapi.ts'
import { BODIES, callOperation, CONNECTION_ID, INVITATION_ID, registerKey } from './operation-calls.ts'
import { runApp, type RunningApp } from './running-app.ts'
import { createStubServices } from './stub-services.ts'

const NAMES = Object.keys(OPERATIONS) as OperationId[]
const stub = createStubServices()
let app: RunningApp
beforeAll(async () => {
  registerKey(stub)
  app = await runApp(stub.services, { rates: { perAddress: { burst: 1000, perSecond: 1000 } } })
})
afterAll(() => app.close())

describe.each(NAMES)('%s', (name) => {
  const { proof, body, answer, status } = CONTRACTS[name]

  test('answers its rightful caller with its own status and exactly its own shape', async () => {
    const response = await callOperation(app.origin, name)
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (!answer) return expect(await response.text()).toMatch(name === 'readMetrics' ? /accord_up/u : /^$/u)
    const json: unknown = await response.json()
    expect(answer.parse(json)).toEqual(json)
  })

  test('turns everybody else away before its service hears of it', async () => {
    if (proof === 'none' || proof === 'signed-body' || proof === 'key-chain') return
    const before = stub.calls.length
    for (const authorization of [
      '',
      'Bearer',
      'Bearer wrong-token',
      'Basic YTpi',
      `Bearer ${'x'.repeat(2000)}`,
      'Accord a.b.c',
    ]) {
      const response = await callOperation(app.origin, name, { headers: { authorization } })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toContain('Bearer')
      expect(['unauthenticated', 'proof_invalid']).toContain(Problem.parse(await response.json()).code)
    }
    expect(stub.calls).toHaveLength(before)
  })

  test('refuses another method, and says which it takes', async () => {
    const { method } = OPERATIONS[name]
    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
      (candidate) => !allowedAt(name).includes(candidate),
    )) {
      const response = await callOperation(app.origin, name, { method: other, body: null })
      expect([other, response.status]).toEqual([other, 405])
      expect(response.headers.get('allow')).toContain(method)
      expect(Problem.parse(await response.json()).code).toBe('method_not_allowed')
    }
    const options = await callOperation(app.origin, name, { method: 'OPTIONS', body: null })
    expect([options.status, options.headers.get('allow')]).toEqual([204, expect.stringContaining(method)])
  })

  test('takes JSON of its own shape and nothing else', async () => {
    if (!body) return
    const good = BODIES[plainNameOf(name)] ?? {}
    const attempts: [string | Uint8Array<ArrayBuffer>, string, number][] = [
      ['{', 'application/json', 400],
      ['', 'application/json', 400],
      ['[]', 'application/json', 400],
      ['null', 'application/json', 400],
      [JSON.stringify({ ...good, unexpected: true }), 'application/json', 400],
      [JSON.stringify(good).replace('{', '{"__proto__":{"x":1},'), 'application/json', 400],
      [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'application/json', 400],
      [new Uint8Array([0x7b, 0xff, 0x7d]), 'application/json', 400],
      [JSON.stringify(good), 'text/plain', 415],
      [JSON.stringify(good), 'application/json; charset=utf-16', 415],
      [JSON.stringify({ ...good, pad: 'x'.repeat(66_000) }), 'application/json', 413],
    ]
    // A signed call has proven its key before its body is looked at.
    const callsOf = () => stub.calls.filter(({ operation }) => operation !== 'noteSignedCall').length
    const before = callsOf()
    for (const [sent, type, expected] of attempts) {
      const response = await callOperation(app.origin, name, { body: sent, headers: { 'content-type': type } })
      expect([String(sent).slice(0, 30), response.status]).toEqual([String(sent).slice(0, 30), expected])
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      Problem.parse(await response.json())
    }
    expect(callsOf()).toBe(before)
  })

  test('is documented with its statuses', () => {
    const paths = createOpenApi('https://node-a.example')['paths'] as Record<
      string,
      Record<string, { operationId: string; responses: object }>
    >
    const documented = paths[OPERATIONS[name].path]?.[OPERATIONS[name].method.toLowerCase()]
    expect(documented?.operationId).toBe(name)
    expect(Object.keys(documented?.responses ?? {})).toEqual(expect.arrayContaining([String(status), '500']))
  })
})

/** Two operations may share a path, such as listing and creating. */
const allowedAt = (name: OperationId) => {
  const methods = NAMES.filter((other) => OPERATIONS[other].path === OPERATIONS[name].path).map(
    (other): string => OPERATIONS[other].method,
  )
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods
}

test('each route hands its service the parameters and the body, and nothing more', async () => {
  stub.calls.length = 0
  for (const name of NAMES) await callOperation(app.origin, name)
  const heard = new Map(stub.calls.map(({ operation, args }) => [operation, args]))
  expect(heard.get('redeemInvitation')).toEqual([INVITATION_ID, BODIES.redeemInvitation])
  expect(heard.get('revokeInvitation')).toEqual([CONNECTION_ID, BODIES.revokeInvitation])
  expect(heard.get('readConnection')).toEqual([CONNECTION_ID])
  expect(heard.get('acceptInvitation')).toEqual([BODIES.acceptInvitation])
  expect(heard.get('listConnections')).toEqual([{ limit: 50, search: '', sort: 'changed', counts: 'false' }])
  expect(heard.get('noteSignedCall')).toEqual([CONNECTION_ID])
})

test('an id that is no UUID is malformed before any service hears of it', async () => {
  const before = stub.calls.length
  for (const id of ['1', '..%2f..%2fetc', '%00', "x' or 1=1", CONNECTION_ID.toUpperCase() + 'x']) {
    const response = await callOperation(app.origin, 'readConnection', {
      path: `/instance/v1/connections/${encodeURI(id)}`,
    })
    expect([id, response.status]).toEqual([id, 400])
  }
  const broken = await callOperation(app.origin, 'readConnection', { path: '/instance/v1/connections/%E0%A4%A' })
  expect([broken.status, Problem.parse(await broken.json()).code]).toEqual([400, 'malformed'])
  expect(stub.calls).toHaveLength(before)
})

test.each(['/', '/nope', '/instance/v1/connections/', '/INSTANCE/v1/connections', '/instance/v1', '/.well-known/'])(
  '%s is nothing',
  async (path) => {
    const response = await fetch(app.origin + path)
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([404, 'not_found'])
  },
)
