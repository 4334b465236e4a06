import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Contract, type OperationId, OPERATIONS } from '@accord/shared/contracts'
import { LIMITS } from '@accord/shared/protocol'
import { Problem } from '@accord/shared/schemas'

import { createOpenApi } from '../../src/http/openapi.ts'
import { schemaOf } from '../../src/http/schema-of.ts'
import { bodyFor, callOperation, CONNECTION_ID, INVITATION_ID, registerKey } from './operation-calls.ts'
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
  const { answer, status = 200 } = OPERATIONS[name]

  test('answers its rightful caller with its own status and exactly its own shape', async () => {
    const response = await callOperation(app.origin, name)
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (!answer) return expect(await response.text()).toMatch(name === 'readMetrics' ? /accord_up/u : /^$/u)
    const json: unknown = await response.json()
    expect(schemaOf(answer).parse(json)).toEqual(json)
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

const PROVEN_BY_ITSELF = ['none', 'signed-body', 'key-chain']
const AUTHENTICATED = NAMES.filter((name) => !PROVEN_BY_ITSELF.includes(OPERATIONS[name].proof))

test.each(AUTHENTICATED)('%s turns everybody else away before its service learns of it', async (name) => {
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

const mostBytesOf = ({ bytes = LIMITS.bodyBytes }: Contract): number => bytes

const WITH_BODY = NAMES.filter((name) => OPERATIONS[name].body !== undefined)

test.each(WITH_BODY)('%s takes JSON of its own shape and nothing else', async (name) => {
  const good = bodyFor(OPERATIONS[name]) ?? {}
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
    [JSON.stringify({ ...good, pad: 'x'.repeat(mostBytesOf(OPERATIONS[name]) + 1) }), 'application/json', 413],
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
  const received = new Map(stub.calls.map(({ operation, call }) => [operation, call]))
  const [nothing, connection] = [{ query: undefined, body: undefined }, { connectionId: CONNECTION_ID }]
  const bodyOf = (name: OperationId) => bodyFor(OPERATIONS[name])
  const passed = (name: OperationId) => received.get(name)
  expect(passed('redeemInvitation')).toEqual({
    ...nothing,
    params: { invitationId: INVITATION_ID },
    body: bodyOf('redeemInvitation'),
  })
  expect(passed('revokeInvitation')).toEqual({ ...nothing, params: connection, body: bodyOf('revokeInvitation') })
  expect(passed('readConnection')).toEqual({ ...nothing, params: connection })
  expect(passed('acceptInvitation')).toEqual({ ...nothing, params: {}, body: bodyOf('acceptInvitation') })
  const query = { limit: 50, search: '', sort: 'changed', counts: 'false' }
  expect(passed('listConnections')).toEqual({ ...nothing, params: {}, query })
  expect(received.get('noteSignedCall')).toEqual({ params: CONNECTION_ID })
})

test('an id that is no UUID is malformed before any service learns of it', async () => {
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
