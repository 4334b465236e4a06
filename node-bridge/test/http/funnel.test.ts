import { afterEach, expect, test } from '@jest/globals'
import { ERROR_CODES, type ErrorCode } from '@accord/shared/protocol'
import { Problem } from '@accord/shared/schemas'

import { Refusal } from '../../src/refusals/refusal.ts'
import { callOperation, registerKey } from './operation-calls.ts'
import { runApp, type RunningApp } from './running-app.ts'
import { createStubServices } from './stub-services.ts'

let app: RunningApp | undefined
afterEach(() => app?.close())

/** An app whose list of connections ends in this. */
async function failingWith(failure: unknown) {
  const stub = createStubServices((operation) => {
    if (operation === 'listConnections') throw failure
  })
  app = await runApp(stub.services)
  return { ...stub, app, response: await callOperation(app.origin, 'listConnections') }
}

test.each(Object.keys(ERROR_CODES) as ErrorCode[])(
  '%s leaves as a problem document with the facts of the catalogue',
  async (code) => {
    const { response } = await failingWith(new Refusal(code, 'What happened.', { facts: { a: 1 } }))
    const { status, title, remedy, responsible, retry } = ERROR_CODES[code]
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const requestId = response.headers.get('x-request-id')
    expect(await response.json()).toEqual({
      type: `urn:accord:problem:${code}`,
      title,
      status,
      detail: 'What happened.',
      code,
      remedy,
      responsible,
      retry,
      requestId,
      facts: { a: 1 },
    })
    expect(response.headers.has('retry-after')).toBe(status === 429 || status === 503)
  },
)

test('the wait that a service names is the wait that is answered', async () => {
  const { response } = await failingWith(new Refusal('retry_later', undefined, { retryAfterS: 12.2 }))
  expect(response.headers.get('retry-after')).toBe('13')
})

test('a defect answers internal, tells the caller nothing and the log everything', async () => {
  const { response, app: running } = await failingWith(new Error('SELECT secret FROM vault'))
  const text = await response.text()
  expect([response.status, Problem.parse(JSON.parse(text)).code]).toEqual([500, 'internal'])
  expect(text).not.toContain('vault')
  expect(running.logged.find(({ level }) => level === 'error')?.facts).toMatchObject({
    err: expect.objectContaining({ message: 'SELECT secret FROM vault' }),
    requestId: response.headers.get('x-request-id'),
  })
})

test.each([undefined, null, 'text', 7, { status: 'odd' }])(
  'whatever is thrown (%j), an answer comes',
  async (thrown) => {
    const { response } = await failingWith(thrown === undefined ? new Refusal('internal') : thrown)
    expect(Problem.parse(await response.json()).code).toBe('internal')
  },
)

test('a service that answers another shape is a defect; what the contract does not name never leaves', async () => {
  const stub = createStubServices((operation) => {
    if (operation === 'listConnections') return { connections: 'none' }
    return operation === 'discover'
      ? undefined
      : { pairingCode: 'x#pair=y', expiresAt: '2026-03-01T12:00:00.000Z', privateKey: 'leak' }
  })
  app = await runApp(stub.services)
  expect((await callOperation(app.origin, 'listConnections')).status).toBe(500)
  expect(await (await callOperation(app.origin, 'issuePairingCode')).text()).not.toContain('leak')
})

test('a sane request id is kept, any other is replaced', async () => {
  app = await runApp(createStubServices().services)
  const idFor = async (id: string) =>
    (await callOperation(app?.origin ?? '', 'readHealth', { headers: { 'x-request-id': id } })).headers.get(
      'x-request-id',
    )
  expect(await idFor('trace-1234.abc')).toBe('trace-1234.abc')
  for (const id of ['short', 'x'.repeat(65), '<script>alert(1)</script>'])
    expect(await idFor(id)).toMatch(/^[0-9a-f-]{36}$/u)
})

test('a node that is not ready says which part, with 503', async () => {
  const stub = createStubServices(() => ({ ready: false, checks: { database: false, queues: true } }))
  app = await runApp(stub.services)
  const response = await callOperation(app.origin, 'readReadiness')
  expect([response.status, await response.json()]).toEqual([
    503,
    { ready: false, checks: { database: false, queues: true } },
  ])
})

test('the log and the metrics name operations, never what stands in a URL, a header or a body', async () => {
  const stub = createStubServices()
  registerKey(stub)
  app = await runApp(stub.services)
  await callOperation(app.origin, 'redeemInvitation', { body: '{"redeem":"SECRET-IN-BODY"}' })
  await callOperation(app.origin, 'confirmConnection')
  await callOperation(app.origin, 'readStatus', { headers: { authorization: 'Bearer SECRET-IN-HEADER' } })
  await fetch(`${app.origin}/SECRET-IN-PATH?code=SECRET-IN-QUERY`)
  const text = JSON.stringify([app.logged, stub.samples])
  expect(text).not.toMatch(/SECRET|Accord ey/u)
  expect(stub.samples.map(({ operation, status }) => [operation, status])).toEqual(
    expect.arrayContaining([
      ['redeemInvitation', 200],
      ['confirmConnection', 200],
      ['readStatus', 401],
      ['unknown', 404],
    ]),
  )
})

test('plain http carries no HSTS, https does', async () => {
  app = await runApp(createStubServices().services, { publicUrl: 'http://127.0.0.1:1' })
  expect((await callOperation(app.origin, 'readHealth')).headers.has('strict-transport-security')).toBe(false)
  await app.close()
  app = await runApp(createStubServices().services)
  expect((await callOperation(app.origin, 'readHealth')).headers.has('strict-transport-security')).toBe(true)
})
