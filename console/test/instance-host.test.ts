import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { createInstanceHost } from '../src/instance-host/instance-host.ts'
import { problemOf } from '../src/host/refusal.ts'

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly token: string | undefined
  readonly body: string
}

/** Of an application that a company has built under its own prefix. */
const API_BASE = '/api/x_12345_accord/v1'

const closers: (() => Promise<void>)[] = []
const closeAll = () => Promise.all(closers.splice(0).map((close) => close()))
afterEach(async () => {
  await closeAll()
})

/** A real server in the instance's place, which knows one token; and a page that sends to it. */
async function openPage(validToken: string, pageToken: string, renews = true) {
  const seen: Seen[] = []
  const session = { ended: false }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const token = request.headers['x-usertoken']?.toString()
      seen.push({ method: request.method, url: request.url, token, body })
      if (request.url?.split('?')[0] === '/console.do') {
        if (session.ended) return void response.writeHead(302, { location: '/login.do' }).end()
        return void response.end(`<script>window.g_ck = "${validToken}"</script><div id="accord-console"></div>`)
      }
      response.setHeader('content-type', 'application/json')
      if (token === validToken) return void response.end('{"result":{"free":true}}')
      response.writeHead(401, renews ? { 'X-UserToken-Response': validToken } : {})
      response.end('{"error":{"message":"User Not Authenticated","detail":""},"status":"failure"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const page = {
    g_ck: pageToken,
    fetch: (path: string, init: RequestInit) => fetch(base + path, init),
    location: { pathname: '/console.do', search: '' },
    document: { documentElement: { lang: '' } },
    navigator: { language: 'en' },
    addEventListener: () => undefined,
  }
  // Only these parts of a window are used by the host.
  return { seen, page, session, host: createInstanceHost(page as unknown as Window, API_BASE) }
}

const check = { body: { name: 'A' } }

test('a call carries the session token and its body, below the base of the interface', async () => {
  const { seen, host } = await openPage('good', 'good')
  expect(await host.call('checkConnectionName', check)).toEqual({ free: true })
  expect(seen).toEqual([
    {
      method: 'POST',
      url: `${API_BASE}/console/connections/check-name`,
      token: 'good',
      body: '{"name":"A"}',
    },
  ])
})

test('a token that the platform renews in its refusal is taken over, and the call is sent once more', async () => {
  const { seen, page, host } = await openPage('new', 'old')
  expect(await host.call('checkConnectionName', check)).toEqual({ free: true })
  expect(seen.map(({ token }) => token)).toEqual(['old', 'new'])
  expect(page.g_ck).toBe('new')
})

test('an ended session is named, and after a login in another tab the same page goes on', async () => {
  const { host } = await openPage('after-login', 'dead', false)
  const refusal: unknown = await host.call('checkConnectionName', check).catch((error: unknown) => error)
  expect(problemOf(refusal).code).toBe('session_ended')
  await host.renewLogin()
  expect(await host.call('checkConnectionName', check)).toEqual({ free: true })
})

test('what a page asks by itself says so to the platform, what a person does never', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'] })
  try {
    const { seen, host } = await openPage('good', 'good')
    await host.call('readChanges', { query: { since: 'r' } })
    jest.setSystemTime(Date.now() + 6_000)
    await host.call('readChanges', { query: { since: 'r' } })
    await host.call('checkConnectionName', check)
    const called = seen.map(({ url }) => url).filter((url) => url?.startsWith(API_BASE))
    expect(called.map((url) => url?.includes('sysparm_auto_request=true'))).toEqual([false, true, false])
  } finally {
    jest.useRealTimers()
  }
})

describe('after a pause', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'] }))
  afterEach(() => void jest.useRealTimers())

  /** A page that has had an answer and has seen that its own address tells a session; then nothing for a minute. */
  async function openAndPause(isKnown = true) {
    const opened = await openPage('good', 'good')
    opened.session.ended = !isKnown
    await opened.host.call('checkConnectionName', check)
    const { seen } = opened
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 1))
    await opened.host.call('checkConnectionName', check)
    seen.length = 0
    jest.setSystemTime(Date.now() + 60_000)
    return opened
  }

  const outcome = (host: ReturnType<typeof createInstanceHost>): Promise<unknown> =>
    host.call('checkConnectionName', check).catch((error: unknown) => problemOf(error).code)

  test('an ended session is noticed on the page, never by a call that the browser would answer with a dialog', async () => {
    const { seen, session, host } = await openAndPause()
    session.ended = true
    expect(await Promise.all([outcome(host), outcome(host)])).toEqual(['session_ended', 'session_ended'])
    // By itself, after a minute without a click: that is no sign of life of the person.
    expect(seen.map(({ url }) => url)).toEqual(['/console.do?sysparm_auto_request=true'])
    session.ended = false
    expect(await outcome(host)).toEqual({ free: true })
  })

  test('one look serves the calls that follow, and brings the token of a new login', async () => {
    const { seen, page, host } = await openAndPause()
    page.g_ck = 'of the session before'
    await host.call('checkConnectionName', check)
    await host.call('checkConnectionName', check)
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST'])
    expect(page.g_ck).toBe('good')
  })

  test('a login page in the place of ours, with a token of its own, is an ended session', async () => {
    const { page, host } = await openAndPause()
    page.fetch = async () => new Response('<script>window.g_ck = "guest"</script><form action="/login.do"></form>')
    expect(await outcome(host)).toBe('session_ended')
    expect(page.g_ck).toBe('good')
  })

  test('an instance in trouble is asked all the same, and says so itself', async () => {
    const { page, host } = await openAndPause()
    page.fetch = async () => new Response('{"error":{"message":"Too many requests","detail":""}}', { status: 429 })
    expect(await outcome(host)).toBe('platform_refused')
    await closeAll()
    page.fetch = async () => Promise.reject(new TypeError('fetch failed'))
    expect(await outcome(host)).toBe('network_failed')
  })

  test('where the address redirects somebody who is logged in, too, nothing is concluded from it', async () => {
    const { seen, host } = await openAndPause(false)
    expect(await outcome(host)).toEqual({ free: true })
    expect(seen.map(({ method }) => method)).toEqual(['POST'])
  })
})

test('an instance that cannot be reached is a refusal with a way on, not an exception', async () => {
  const { host } = await openPage('good', 'good')
  await closeAll()
  const refusal: unknown = await host.call('checkConnectionName', check).catch((error: unknown) => error)
  expect(problemOf(refusal)).toMatchObject({ code: 'network_failed', retry: true })
})

test('a connection id is encoded into its path', async () => {
  const { seen, host } = await openPage('good', 'good')
  await host.call('readConnection', { params: { connectionId: '../x' } })
  expect(seen[0]?.url).toBe(`${API_BASE}/console/connections/..%2Fx`)
})
