import { once } from 'node:events'
import { createServer } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { loadConfig } from '../../src/config/config.ts'
import { examine } from '../../src/diagnosis/examine.ts'
import { examineName, examineTls } from '../../src/diagnosis/reach.ts'
import { createRemoteNodeClient } from '../../src/nodes/remote-node-client.ts'
import { createUrlGuard, type UrlPolicy } from '../../src/network/url-guard.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { type ForwardProxy, startForwardProxy } from './forward-proxy.ts'
import { answering, serve, serveTls, type StubServer } from '../nodes/stub-server.ts'

let open: ForwardProxy
let locked: ForwardProxy
let narrow: ForwardProxy
let plain: StubServer
let secure: StubServer

beforeAll(async () => {
  open = await startForwardProxy()
  locked = await startForwardProxy('BasicAuth acme s3cr3t')
  narrow = await startForwardProxy('ConnectPort 1')
  plain = await serve(answering(200, { plain: true }))
  secure = await serveTls(answering(200, { secure: true }))
})
afterAll(() => Promise.all([open, locked, narrow, plain, secure].map((started) => started?.close())))

const guardBy = (outboundProxy: string, noProxy: readonly string[] = [], more: Partial<UrlPolicy> = {}) =>
  createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [], outboundProxy, noProxy, ...more })
const at = ({ port }: ForwardProxy, credentials = '') => `http://${credentials}127.0.0.1:${port}`

async function get(url: string, outboundProxy: string, noProxy?: readonly string[]) {
  const client = createRemoteNodeClient(guardBy(outboundProxy, noProxy), 5000)
  return client.send({ method: 'GET', url }).finally(() => client.close())
}

test('a call goes through the proxy, plain or by TLS, and the name of a fault of TLS stays the same', async () => {
  expect((await get(plain.origin, at(open))).json).toEqual({ plain: true })
  expect(open.log()).toContain(new URL(plain.origin).port)
  expect(await codeOf(get(secure.origin, at(open)))).toBe('tls_self_signed')
  expect(open.log()).toContain(new URL(secure.origin).port)
  expect((await get(plain.origin, at(locked, 'acme:s3cr3t@'))).json).toEqual({ plain: true })
})

test('a diagnosis of TLS goes through the proxy, too', async () => {
  const before = open.log().length
  const found = await examine('tls', () => examineTls(guardBy(at(open)), secure.origin, new Date()))
  expect(found).toMatchObject({ result: 'failed', problem: 'tls_self_signed' })
  expect(open.log().slice(before)).toContain(new URL(secure.origin).port)
})

test('each fault of the proxy has its own name, and neither it nor its cause holds the password', async () => {
  const silent = await startForwardProxy()
  await silent.close()
  const faults = [
    ['proxy_unreachable', at(silent, 'acme:s3cr3t@'), plain.origin],
    ['proxy_unauthorized', at(locked), plain.origin],
    ['proxy_unauthorized', at(locked, 'acme:wr0ng@'), plain.origin],
    ['proxy_forbidden', at(narrow, 'acme:s3cr3t@'), plain.origin],
    ['proxy_failed', at(open, 'acme:s3cr3t@'), 'https://no-such-host.invalid'],
  ] as const
  for (const [code, proxy, url] of faults) {
    const refusal = await refusalOf(get(url, proxy))
    expect([proxy, refusal.code]).toEqual([proxy, code])
    const written = `${refusal.stack}${JSON.stringify(refusal)}${JSON.stringify(await describeDeeply(refusal.cause))}`
    expect(written).not.toMatch(/s3cr3t|wr0ng|YWNtZT/u)
  }
}, 60_000)

const describeDeeply = async (value: unknown): Promise<string> =>
  (await import('node:util')).inspect(value, { depth: 12, showHidden: true, maxStringLength: null })

test('a proxy that takes a call and says nothing does not hold it for ever', async () => {
  const mute = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const { port } = mute.address() as { port: number }
  expect(await codeOf(get(plain.origin, `http://127.0.0.1:${port}`))).toBe('timed_out')
  mute.close()
}, 20_000)

describe('what the guard still promises behind a proxy', () => {
  const resolving = (address: string) =>
    createUrlGuard(
      { allowHttpLoopback: false, allowedPrivateRanges: [], outboundProxy: at(open), noProxy: [] },
      (_name, _options, callback) => callback(null, [{ address, family: 4 }]),
    )

  test('a name that leads inside is refused before the proxy learns of it', async () => {
    const client = createRemoteNodeClient(resolving('10.1.2.3'), 5000)
    expect(await codeOf(client.send({ method: 'GET', url: 'https://inside.acme.example/' }))).toBe('url_refused')
    expect(await codeOf(client.send({ method: 'GET', url: 'https://10.1.2.3/' }))).toBe('url_refused')
    expect(open.log()).not.toMatch(/inside\.acme\.example|10\.1\.2\.3/u)
    client.close()
  })

  test('a name that this host cannot resolve is left to the proxy, and the diagnosis says so', async () => {
    const found = await examine('name', () => examineName(guardBy(at(open)), 'https://no-such-host.invalid'))
    expect(found).toMatchObject({ result: 'ok', detail: expect.stringMatching(/the outbound proxy finds it/u) })
  })
})

test.each([['127.0.0.1'], ['127.0.0.0/8'], ['*']])('%s in the list is called without the proxy', async (entry) => {
  const before = open.log().length
  expect((await get(plain.origin, at(open), [entry])).status).toBe(200)
  expect(open.log().slice(before)).not.toContain('Connect')
})

test('domains are matched whole, and settings that make no sense stop the start without repeating a password', () => {
  const covers = (host: string) =>
    guardBy(at(open), ['.acme.example', 'One.example']).usesProxy(new URL(`https://${host}`))
  expect(['acme.example', 'a.b.acme.example', 'one.example'].map(covers)).toEqual([false, false, false])
  expect(['notacme.example', 'x.one.example', 'acme.example.org'].map(covers)).toEqual([true, true, true])
  const load =
    (ACCORD_OUTBOUND_PROXY: string, ACCORD_NO_PROXY = '') =>
    () =>
      loadConfig({ ACCORD_PUBLIC_URL: 'https://a.example', ACCORD_OUTBOUND_PROXY, ACCORD_NO_PROXY })
  for (const wrong of ['proxy:3128', 'socks5://u:s3cr3t@p:1', 'http://u:s3cr3t@p:1/path', 'http://u:%zz-s3cr3t@p:1']) {
    expect(load(wrong)).toThrow(/ACCORD_OUTBOUND_PROXY/u)
    expect(load(wrong)).not.toThrow(/s3cr3t/u)
  }
  expect(load('http://p:3128', '10.0.0.0/40')).toThrow(/ACCORD_NO_PROXY/u)
  expect(load('http://p:3128', ' .acme.example , 10.0.0.0/8,::1')()).toMatchObject({
    noProxy: ['.acme.example', '10.0.0.0/8', '::1'],
  })
})
