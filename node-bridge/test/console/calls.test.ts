import { CONSOLE_CALLS, consoleCallsAt, type Contract, CONTRACTS, type OperationName } from '@accord/shared/contracts'
import { bridgeConsolePath, CONSOLE_ROLES, type ConsoleRole, RULES_AUTHOR } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { bodyFor, CONNECTION_ID, ITEM_ID, JOB_ID } from '../http/operation-calls.ts'
import { type RunningApp, runApp } from '../http/running-app.ts'
import { consoleTokenOf, createStubServices } from '../http/stub-services.ts'
import { openBrowser } from './console-browser.ts'

/** What a handler of the node answers, and the session. */
const CALLS = consoleCallsAt('bridge').filter(({ name }) => name === 'readSession' || name in CONTRACTS)
const EACH = CALLS.map((call) => [call.name, call] as const)

const stub = createStubServices()
let app: RunningApp
beforeAll(async () => {
  app = await runApp(stub.services, { console: { consoleUrl: 'http://127.0.0.1', pagesDirectory: '/nowhere' } })
})
afterAll(() => app.close())

const PARAMS = { connectionId: CONNECTION_ID, jobId: JOB_ID, itemId: ITEM_ID, mid: ITEM_ID, bulkId: JOB_ID }

/** Knows its page's token already, as a page does after its first answer. */
async function browserOf(role: (typeof CONSOLE_ROLES)[number]) {
  const browser = openBrowser(app.origin)
  browser.cookies.set(cookieName(), consoleTokenOf(role))
  await browser.call('readSession')
  return browser
}
const cookieName = () => {
  const [, name = ''] = /Set-Cookie.*?(accord-console-\w+)/su.exec(signOutCookie) ?? []
  return name
}
let signOutCookie = ''
beforeAll(async () => {
  const { createConsoleCookies } = await import('../../src/http/console/cookies.ts')
  const append = (header: string, value: string) => void (signOutCookie += `${header}: ${value}\n`)
  createConsoleCookies('https://node-a.example', 'http://127.0.0.1').clearSession({ append } as never)
})

test.each(EACH)('%s has a route under the role of the table, and records who called', async (name, call) => {
  const contract: Contract | undefined = name in CONTRACTS ? CONTRACTS[name as OperationName] : undefined
  const usual: Record<string, unknown> = { ...(contract && bodyFor(contract)) }
  const body = 'actor' in usual ? { ...usual, actor: 'somebody else' } : usual
  for (const role of CONSOLE_ROLES) {
    stub.calls.length = 0
    const received = await (await browserOf(role)).call(name, body, { params: PARAMS })
    const least = call.role === RULES_AUTHOR ? 'admin' : (call.role as ConsoleRole)
    const may = CONSOLE_ROLES.indexOf(role) <= CONSOLE_ROLES.indexOf(least)
    if (!may) expect([name, role, received.status, received.body['code']]).toEqual([name, role, 403, 'missing_role'])
    else expect([name, role, received.status < 300]).toEqual([name, role, true])
    const receivedBodies = stub.calls.filter(({ operation }) => operation === name).map((each) => each.call.body)
    if (contract?.actor && may) expect(receivedBodies).toEqual([{ ...usual, actor: `${role} of the console` }])
  }
})

test.each(EACH)('%s refuses who is not signed in', async (name) => {
  expect((await openBrowser(app.origin).call(name, {}, { params: PARAMS })).status).toBe(401)
})

const CHANGES = consoleCallsAt('bridge')
  .filter(({ method }) => method === 'POST')
  .map(({ name }) => name)

describe.each(CHANGES)('the change %s', (name) => {
  const refused: [string, Record<string, string | undefined>][] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a browser that tells only the site', { origin: undefined, 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nobody who says where from', { origin: undefined, 'sec-fetch-site': undefined }],
    ['an old browser on another site', { origin: 'https://evil.example', 'sec-fetch-site': undefined }],
  ]
  test.each(refused)('is refused to %s, and nothing is called', async (_who, headers) => {
    const browser = await browserOf('admin')
    stub.calls.length = 0
    const received = await browser.call(name, {}, { params: PARAMS, headers })
    expect([received.status, received.body['code']]).toEqual([403, 'cross_site_refused'])
    expect(stub.calls).toEqual([])
  })
})

const WITH_SESSION = CHANGES.filter((name) => CONSOLE_CALLS[name].role !== 'public')

test.each(WITH_SESSION)('%s needs the token of the page, and no token of another session will do', async (name) => {
  const [browser, other] = [await browserOf('admin'), await browserOf('auditor')]
  const foreign = (await other.call('readSession')).headers.get('x-accord-console-token') ?? ''
  for (const token of [undefined, '', 'x', foreign]) {
    const received = await browser.call(name, {}, { params: PARAMS, headers: { 'x-accord-console-token': token } })
    expect([name, received.status, received.body['code']]).toEqual([name, 403, 'cross_site_refused'])
  }
})

test('a form that poses as text is refused before anything is read', async () => {
  const browser = await browserOf('admin')
  stub.calls.length = 0
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect(
      (await browser.call('checkConnectionName', { name: 'x' }, { headers: { 'content-type': type } })).status,
    ).toBe(415)
  expect(stub.calls).toEqual([])
})

test('under a name that is not its own the console does not answer; through a tunnel it does', async () => {
  const path = bridgeConsolePath(CONSOLE_CALLS.readSession.path)
  const ask = (host: string) => rawGet(app.port, path, host)
  expect(await ask('rebound.evil.example')).toBe(403)
  expect(await ask(`127.0.0.1:${app.port}`)).toBe(401)
  expect(await ask('localhost:9999')).toBe(401)
})

test('a cookie that comes twice is nobody’s', async () => {
  const browser = await browserOf('admin')
  const [name, value] = [...browser.cookies][0] ?? []
  const cookie = `${name}=${consoleTokenOf('auditor')}; ${name}=${value}`
  expect((await browser.call('readSession', undefined, { headers: { cookie } })).status).toBe(401)
})

/** `fetch` does not let anybody choose the Host. */
async function rawGet(port: number, path: string, host: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
