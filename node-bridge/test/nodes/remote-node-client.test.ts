import { once } from 'node:events'
import { createServer } from 'node:net'

import { afterAll, expect, test } from '@jest/globals'

import { readPeerAnswer, withNonceRetry } from '../../src/nodes/peer-answer.ts'
import { createJsonBody, createRemoteNodeClient } from '../../src/nodes/remote-node-client.ts'
import { createUrlGuard } from '../../src/network/url-guard.ts'
import { Refusal } from '../../src/refusals/refusal.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { answering, serve, serveTls, type StubServer } from './stub-server.ts'

const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] })
const client = createRemoteNodeClient(guard, 600)
const servers: StubServer[] = []
const started = async (server: Promise<StubServer>) => {
  servers.push(await server)
  return (await server).origin
}
const get = (url: string) => client.send({ method: 'GET', url })

afterAll(async () => {
  client.close()
  await Promise.all(servers.map((server) => server.close()))
})

const problem = (code: string, more: object = {}) => ({
  type: 'about:blank',
  title: '<b>t</b>',
  status: 400,
  detail: '<script>alert(1)</script>',
  code,
  remedy: '<img>',
  responsible: 'nobody',
  retry: false,
  requestId: 'r-1',
  ...more,
})

test('exactly the given bytes are sent, with type and signature, and JSON comes back', async () => {
  const received: Buffer[] = []
  const origin = await started(
    serve((request, response) => {
      request.on('data', (chunk: Buffer) => received.push(chunk))
      request.on('end', () => response.end('{"ok":[1]}'))
    }),
  )
  const body = createJsonBody({ text: 'für 日本 💥', n: 1 })
  const answer = await client.send({ method: 'POST', url: `${origin}/a?b=c`, body, authorization: 'Accord x' })
  expect(answer).toMatchObject({ status: 200, json: { ok: [1] } })
  expect(Buffer.concat(received)).toEqual(body)
  const { headers, url } = servers.at(-1)?.requests[0] ?? {}
  expect([url, headers?.['content-type'], headers?.authorization, headers?.['accept-encoding']]).toEqual([
    '/a?b=c',
    'application/json',
    'Accord x',
    'identity',
  ])
})

test('each way of not being reached has its own name', async () => {
  const closed = await serve(answering(200, {}))
  await closed.close()
  expect(await codeOf(get(closed.origin))).toBe('connection_refused')
  expect(await codeOf(get('https://no-such-host.invalid/'))).toBe('name_unresolved')
  expect(await codeOf(get(await started(serveTls(answering(200, {})))))).toBe('tls_self_signed')
  expect(await codeOf(get((await started(serve(answering(200, {})))).replace('http:', 'https:')))).toBe(
    'tls_not_spoken',
  )
  expect(await codeOf(get(await started(serve(() => undefined))))).toBe('timed_out')
  expect(await codeOf(get(await started(serve((request) => request.socket.destroy()))))).toBe('unreachable')
  expect(await codeOf(get('http://10.0.0.1/'))).toBe('url_refused')
})

test('a peer that drips one byte at a time is cut off by the total time', async () => {
  const timers: NodeJS.Timeout[] = []
  const origin = await started(
    serve((_, response) => {
      response.writeHead(200)
      timers.push(setInterval(() => response.write(' '), 50))
    }),
  )
  const before = performance.now()
  expect(await codeOf(get(origin))).toBe('timed_out')
  expect(performance.now() - before).toBeLessThan(20_000)
  timers.forEach(clearInterval)
})

test('an answer beyond 64 KiB is not read to its end, with a length or without', async () => {
  const measured = await started(serve((_, response) => response.end('x'.repeat(70_000))))
  const silent = await started(
    serve((_, response) => {
      for (let i = 0; i < 20; i += 1) response.write('x'.repeat(10_000))
      response.end()
    }),
  )
  for (const origin of [measured, silent]) expect(await codeOf(get(origin))).toBe('protocol_violation')
})

test('a service that does not speak HTTP is no Accord', async () => {
  const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  expect(await codeOf(get(`http://127.0.0.1:${port}/`))).toBe('not_accord')
  server.close()
})

test('redirects are not followed, the environment names no proxy, and compressed bombs are not unpacked', async () => {
  const target = await started(serve(answering(200, { secret: true })))
  const origin = await started(serve((_, response) => response.writeHead(302, { location: target }).end()))
  process.env['http_proxy'] = target
  try {
    expect(await codeOf(get(origin).then(readPeerAnswer))).toBe('protocol_violation')
    expect(servers.find((server) => server.origin === target)?.requests).toHaveLength(0)
  } finally {
    delete process.env['http_proxy']
  }
  const packed = await started(serve(answering(200, {}, { 'content-encoding': 'gzip' })))
  expect((await get(packed)).json).toEqual({})
})

test.each([
  [404, problem('invitation_unknown'), 'invitation_unknown'],
  [410, problem('invitation_revoked'), 'invitation_revoked'],
  [403, problem('missing_role'), 'protocol_violation'],
  [400, problem('no_such_code'), 'protocol_violation'],
  [500, problem('internal'), 'retry_later'],
  [404, { error: 'x' }, 'not_accord'],
  [401, 'text', 'not_accord'],
  [429, {}, 'retry_later'],
  [503, {}, 'retry_later'],
  [502, {}, 'unreachable'],
])('a peer that answers %i %j counts as refusal', async (status, body, code) => {
  const refusal = await refusalOf(get(await started(serve(answering(status, body)))).then(readPeerAnswer))
  expect(refusal.code).toBe(code)
})

test("nothing of a peer's own words reaches a person; facts travel on only in their form", async () => {
  const facts = {
    serverTime: '2026-03-01T12:00:00.000Z',
    nonce: 'n-1',
    differenceMs: 'lots',
    evil: '<b>',
    sourceRange: { min: '1.0.0', max: '<b>' },
  }
  const origin = await started(serve(answering(401, problem('clock_skew', { facts }), { 'retry-after': '7' })))
  const refusal = await refusalOf(get(origin).then(readPeerAnswer))
  expect(refusal.facts).toEqual({ serverTime: '2026-03-01T12:00:00.000Z', nonce: 'n-1', reportedBy: 'peer' })
  expect(refusal.retryAfterS).toBe(7)
  expect(refusal.message + JSON.stringify(refusal.facts)).not.toContain('<')
})

test.each([
  ['instance_hibernates', 200, '<html>Instance hibernating</html>'],
  ['instance_hibernates', 503, '<html>Instance hibernating</html>'],
  ['gateway_page', 502, '<html><title>502 Bad Gateway</title></html>'],
  ['gateway_page', 403, '<!doctype html><title>Access Denied</title>'],
  ['not_accord', 200, '<html><title>Our company</title></html>'],
  ['not_accord', 200, 'hello'],
])('a page in the place of an answer is %s (%i %s)', async (code, status, page) => {
  const origin = await started(serve((_, response) => response.writeHead(status).end(page)))
  expect(await codeOf(get(origin).then(readPeerAnswer))).toBe(code)
})

test.each([
  ['not_accord', 404, '<html lang="ja"><title>ページが見つかりません</title>', '“ページが見つかりません” (status 404)'],
  ['unreachable', 500, '<html><title>Erreur\n interne</title>', '“Erreur interne” (status 500)'],
  ['retry_later', 503, '<html><title>Wartung</title>', '“Wartung” (status 503)'],
  ['gateway_page', 403, '<title>Access Denied</title>', '“Access Denied” (status 403)'],
  ['not_accord', 200, '<html>', 'without a title (status 200)'],
] as const)('a page of a peer is %s (%i), and named by its title and status', async (code, status, page, named) => {
  const origin = await started(serve((_, response) => response.writeHead(status).end(page)))
  const refusal = await refusalOf(get(origin).then(readPeerAnswer))
  expect([refusal.code, refusal.message]).toEqual([code, `A page, not an answer, came: ${named}.`])
})

test("a page's title can not look like ours: one line, bounded, without hidden characters", async () => {
  const title = `\u001B[31m\u202E”\n${'x'.repeat(5000)}`
  const origin = await started(serve((_, response) => response.writeHead(404).end(`<title>${title}</title>`)))
  const { message } = await refusalOf(get(origin).then(readPeerAnswer))
  expect(message).not.toMatch(/[\p{Cc}\u202E]/u)
  expect(message.length).toBeLessThan(450)
})

test('a wrong clock costs one retry with the nonce, never two', async () => {
  const nonces: (string | undefined)[] = []
  const attempt = async (nonce?: string) => {
    nonces.push(nonce)
    throw new Refusal('clock_skew', undefined, { facts: { nonce: `n-${nonces.length}` } })
  }
  expect(await codeOf(withNonceRetry(attempt))).toBe('clock_skew')
  expect(nonces).toEqual([undefined, 'n-1'])
  expect(await codeOf(withNonceRetry(() => Promise.reject(new Refusal('timed_out'))))).toBe('timed_out')
})
