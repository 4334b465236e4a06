import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from '@jest/globals'

import { createInstanceSessions } from '../../src/instance/instance-sessions.ts'
import { createInstanceClient } from '../../src/instance/instance-client.ts'
import { createUrlGuard } from '../../src/network/url-guard.ts'

const HERE = 'https://acme.service-now.com/api/x/v1/events'

/** An instance as the sessions see it: it answers by the cookies that it is sent, and remembers them. */
function answering(setCookies: (call: number) => readonly string[], status = (_cookies: string) => 200) {
  const sent: string[] = []
  const call = async (cookies: string) => {
    sent.push(cookies)
    return { status: status(cookies), headers: { 'set-cookie': setCookies(sent.length) } }
  }
  return { sent, call }
}

test('cookies of an answer come with the next call, renewed ones in their place, ended ones no more', async () => {
  const sessions = createInstanceSessions()
  const answers = [
    ['JSESSIONID=one; Path=/; HttpOnly; Secure', 'BIGip=pool; Path=/', 'glide=ui; Path=/nav'],
    ['JSESSIONID=two; Path=/; Secure'],
    ['BIGip=; Path=/; Max-Age=0'],
    [],
  ]
  const { sent, call } = answering((nth) => answers[nth - 1] ?? [])
  for (const _ of answers) await sessions.use(HERE, call)
  expect(sent).toEqual(['', 'JSESSIONID=one; BIGip=pool', 'JSESSIONID=two; BIGip=pool', 'JSESSIONID=two'])
})

test('calls at the same time have sessions of their own, and later ones take the last used', async () => {
  const sessions = createInstanceSessions()
  let begun = 0
  const sent: string[] = []
  const call = async (cookies: string) => {
    sent.push(cookies)
    if (cookies === '') begun += 1
    const own = cookies === '' ? [`S=${begun}; Path=/`] : []
    await new Promise((resolve) => setImmediate(resolve))
    return { status: 200, headers: { 'set-cookie': own } }
  }
  const atOnce = (count: number) => Promise.all(Array.from({ length: count }, () => sessions.use(HERE, call)))
  await atOnce(3)
  await atOnce(3)
  expect([begun, new Set(sent.slice(3)).size]).toEqual([3, 3])
  for (let again = 0; again < 5; again += 1) await sessions.use(HERE, call)
  expect([begun, new Set(sent.slice(6)).size]).toEqual([3, 1])
})

test.each([
  ['another instance', 'https://globex.service-now.com/api/x/v1/events'],
  ['another port', 'https://acme.service-now.com:8443/api/x/v1/events'],
  ['another scheme', 'http://acme.service-now.com/api/x/v1/events'],
])(
  '%s gets no cookie, whatever domain it was set for, and the first gets its old ones no more',
  async (_what, there) => {
    const sessions = createInstanceSessions()
    const { sent, call } = answering((nth) => (nth === 1 ? ['A=1; Domain=service-now.com; Path=/', 'B=2; Path=/'] : []))
    for (const url of [HERE, there, HERE]) await sessions.use(url, call)
    expect(sent).toEqual(['', '', ''])
  },
)

test('a session that the instance knows no more is replaced in the same call, a new one that is refused is not tried twice', async () => {
  const sessions = createInstanceSessions()
  const { sent, call } = answering(
    () => ['S=new; Path=/'],
    (cookies) => (cookies === 'S=new' && sent.length === 2 ? 401 : 200),
  )
  for (let nth = 0; nth < 3; nth += 1) await sessions.use(HERE, call)
  expect(sent).toEqual(['', 'S=new', '', 'S=new'])
  const refused = answering(
    () => ['S=x; Path=/'],
    () => 401,
  )
  const others = createInstanceSessions()
  expect((await others.use(HERE, refused.call)).status).toBe(401)
  await others.use(HERE, refused.call)
  expect(refused.sent).toEqual(['', ''])
})

test('a call without an answer leaves its session: the instance may still be at work in it', async () => {
  const sessions = createInstanceSessions()
  const { sent, call } = answering(() => ['S=1; Path=/'])
  await sessions.use(HERE, call)
  await expect(sessions.use(HERE, () => Promise.reject(new Error('timeout')))).rejects.toThrow('timeout')
  await sessions.use(HERE, call)
  expect(sent).toEqual(['', ''])
})

test.each([
  ['a thousand cookies', () => Array.from({ length: 1000 }, (_, nth) => `C${nth}=x; Path=/`)],
  ['more and more cookies', (call: number) => Array.from({ length: 20 }, (_, nth) => `C${call}.${nth}=x; Path=/`)],
  ['cookies that fill the header', () => Array.from({ length: 3 }, (_, nth) => `C${nth}=${'x'.repeat(4000)}; Path=/`)],
])('%s are not kept', async (_what, cookies) => {
  const sessions = createInstanceSessions()
  const { sent, call } = answering(cookies)
  for (let nth = 0; nth < 4; nth += 1) await sessions.use(HERE, call)
  expect(Math.max(...sent.map((each) => each.length))).toBeLessThan(8192)
  expect(sent.at(0)).toBe('')
  expect(sent.at(1) === '' || sent.at(2) === '').toBe(true)
})

test('hostile cookies neither break a call nor add a header', async () => {
  const sessions = createInstanceSessions()
  const { sent, call } = answering(() => ['', '=', 'a', ';;;', 'X=1\r\nEvil: yes; Path=/', '\0=\0', 'ok=1; Path=/'])
  await sessions.use(HERE, call)
  await sessions.use(HERE, call)
  expect(sent[1]).toContain('ok=1')
  expect(sent[1]).not.toMatch(/[\r\n\0]/u)
})

let stop: () => void = () => undefined
afterEach(() => stop())

test('over the wire: the cookie comes along, and no refusal of the network carries it', async () => {
  const seen: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers.cookie)
    if (seen.length === 3) return void request.socket.destroy()
    response.setHeader('Set-Cookie', 'JSESSIONID=secret-of-the-session; Path=/; HttpOnly')
    response.setHeader('Content-Type', 'application/json').end('{"result":{"accepted":true}}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] })
  stop = () => [guard.close(), server.close()]
  const client = createInstanceClient(guard, () => new Date())
  const instance = { instanceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiBase: '/api/x/v1' }
  const signed = { body: '{}', headers: {} as never }
  await client.call(instance, '/one', signed)
  await client.call(instance, '/two', signed)
  const failed = await client.call(instance, '/three', signed).catch((error: unknown) => error)
  expect(seen).toEqual([undefined, ...Array.from({ length: 2 }, () => 'JSESSIONID=secret-of-the-session')])
  expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain('secret-of-the-session')
})
