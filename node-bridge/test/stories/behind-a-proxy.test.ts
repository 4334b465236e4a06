import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { accord } from '../cli/accord.ts'
import { eventually } from '../faults/company/eventually.ts'
import { untilBothActive } from '../faults/handshake/agreement.ts'
import { accept, initiate, read } from '../faults/handshake/handshake.ts'
import { type Pair, startPair } from '../faults/handshake/pair.ts'
import { type FaultProxy, startFaultProxy } from '../faults/network/proxy.ts'
import { type ForwardProxy, startForwardProxy } from '../network/forward-proxy.ts'
import { startTlsFront } from '../tls/tls-front.ts'
import { type SpanCollector, startSpanCollector } from '../tracing/span-collector.ts'

const PASSWORD = 's3cr3t-of-the-way-out'
/** What comes by the proxy comes from here; what comes around it, from 127.0.0.1. */
const BY_PROXY = '127.0.0.2'

interface WayOut {
  readonly forward: ForwardProxy
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

const startTinyproxy = () => startForwardProxy(`Bind ${BY_PROXY}`, `BasicAuth acme ${PASSWORD}`)

async function byHttp(): Promise<WayOut> {
  const forward = await startTinyproxy()
  const environment = { ACCORD_OUTBOUND_PROXY: `http://acme:${PASSWORD}@127.0.0.1:${forward.port}` }
  return { forward, environment, close: () => forward.close() }
}

/** Its certificate names it, and not the hosts that are called through it. */
async function byHttps(): Promise<WayOut> {
  const forward = await startTinyproxy()
  const front = await startTlsFront(forward.port, ['127.0.0.1'])
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-way-out-'))
  const authorities = path.join(directory, 'authority.pem')
  writeFileSync(authorities, front.authority)
  const environment = {
    ACCORD_OUTBOUND_PROXY: `https://acme:${PASSWORD}@127.0.0.1:${front.port}`,
    NODE_EXTRA_CA_CERTS: authorities,
  }
  const close = async () => {
    await front.close()
    await forward.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { forward, environment, close }
}

describe.each([
  ['http', byHttp],
  ['https', byHttps],
] as const)('a node that may go out by an %s proxy only', (_, startWayOut) => {
  let way: WayOut
  let collector: SpanCollector
  let atCollector: FaultProxy
  let pair: Pair
  let environment: Readonly<Record<string, string>>

  beforeAll(async () => {
    way = await startWayOut()
    collector = await startSpanCollector()
    atCollector = await startFaultProxy(() => collector.url)
    environment = { ...way.environment, ACCORD_OTLP_ENDPOINT: atCollector.url }
    pair = await startPair({ source: { environment, replicas: 1 } })
  }, 60_000)
  afterAll(async () => {
    await pair.close()
    await Promise.all([atCollector.close(), collector.close()])
    await way.close()
  })

  /** Whatever of this node has arrived somewhere: at the other company, at its own instance, at its collector. */
  const places = () => ({
    peer: pair.destination.proxy,
    'instance of the peer': pair.destination.instanceProxy,
    instance: pair.source.instanceProxy,
    collector: atCollector,
  })
  const isOfOtherNode = (called: string) => called.endsWith('/events')
  const arrivedAt = (name: string, { seen }: FaultProxy) =>
    seen.filter(({ path: called }) => name !== 'instance of the peer' || !isOfOtherNode(called))

  test('looks up the other side, connects as source and as destination, tells its instance and its collector', async () => {
    const { source, destination } = pair
    const byName = destination.instanceProxy.url.replace('127.0.0.1', 'localhost')
    for (const url of [byName, destination.instanceProxy.url])
      expect(JSON.stringify(await source.client.call('resolveDestination', { body: { url } }))).toContain('Company B')
    const asSource = await initiate(source)
    const there = await accept(destination, asSource.code)
    await untilBothActive(pair, { ...asSource, destinationConnectionId: there.id })
    const asDestination = await initiate(destination)
    const here = await accept(source, asDestination.code)
    await eventually('both are active', async () => {
      const states = [await read(source, here.id), await read(destination, asDestination.sourceConnectionId)]
      return states.every(({ state }) => state === 'active') ? true : undefined
    })
    await eventually('the instance and the collector have learnt of it', () =>
      source.instance.find(here.id)?.state === 'active' && collector.spans.some(({ name }) => name === 'call instance')
        ? true
        : undefined,
    )
  }, 60_000)

  test('is examined by `accord doctor` through the proxy, too', async () => {
    const { bridge, secrets, proxy } = pair.source
    const shell = { ACCORD_URL: bridge.url, ACCORD_OPERATOR_TOKEN: secrets.operatorToken }
    const before = proxy.seen.length
    const { stdout } = await accord(['doctor'], { ...shell, ...environment, ACCORD_ALLOW_HTTP_LOOPBACK: 'true' })
    expect(stdout).toMatch(/ok\s+public_url: .* leads to this node, seen from here/u)
    const asked = proxy.seen.slice(before)
    expect(asked.map(({ path: called, from }) => [called, from])).toEqual([['/.well-known/accord-node', BY_PROXY]])
  }, 30_000)

  test('and the proxy has seen every host, and nothing went around it', () => {
    for (const [name, place] of Object.entries(places())) {
      const arrived = arrivedAt(name, place)
      expect([name, arrived.length > 0]).toEqual([name, true])
      expect([name, new Set(arrived.map(({ from }) => from))]).toEqual([name, new Set([BY_PROXY])])
      expect(way.forward.log()).toContain(`CONNECT ${new URL(place.url).host}`)
    }
  })

  test('nothing that it wrote holds the password', () => {
    const { bridge } = pair.source
    expect(bridge.output()).toContain('"')
    for (const secret of [PASSWORD, Buffer.from(`acme:${PASSWORD}`).toString('base64')])
      expect(bridge.output()).not.toContain(secret)
  })

  test('goes nowhere when the proxy is away, and says so', async () => {
    const { source, destination } = pair
    await way.close()
    const before = Object.entries(places()).map(([name, place]) => [name, arrivedAt(name, place).length])
    const looked = source.client.call('resolveDestination', { body: { url: destination.instanceProxy.url } })
    await expect(looked).rejects.toMatchObject({ problem: { code: 'proxy_unreachable' } })
    const invited = await initiate(destination)
    const { id } = await accept(source, invited.code)
    expect((await read(source, id)).state).toBe('redeeming')
    expect(Object.entries(places()).map(([name, place]) => [name, arrivedAt(name, place).length])).toEqual(before)
  }, 60_000)
})
