import { afterAll, expect, test } from '@jest/globals'
import { DEFAULT_API_BASE, INSTANCE_API } from '@accord/shared/protocol'
import type { DiscoveryDocument } from '@accord/shared/schemas'

import { createDiscovery, requireIdentity } from '../../src/nodes/discovery.ts'
import type { InstanceAddress } from '../../src/nodes/instance-address.ts'
import { createRemoteNodeClient } from '../../src/nodes/remote-node-client.ts'
import { basesOfTypedUrl } from '../../src/network/typed-url.ts'
import { createUrlGuard } from '../../src/network/url-guard.ts'
import { COMPANY_A, COMPANY_B, NOW } from '../handshake/messages/parties.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { answering, serve, type StubServer } from './stub-server.ts'

const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] })
const strict = createUrlGuard({ allowHttpLoopback: false, allowedPrivateRanges: [] })
/** The instance that this node is paired with, where a test needs one. */
let own: InstanceAddress | undefined
const client = createRemoteNodeClient(guard, 1000)
const discovery = createDiscovery({
  client,
  guard,
  selfUid: COMPANY_B.instanceUid,
  findOwnInstance: () => Promise.resolve(own),
  now: () => NOW,
})
const KEY = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
const document: DiscoveryDocument = {
  product: 'accord',
  node: COMPANY_A,
  modes: [{ mode: 'script', available: true }],
  keys: [KEY],
  time: '2026-03-01T12:00:05.000Z',
}
const servers: StubServer[] = []
const started = async (server: Promise<StubServer>) => {
  servers.push(await server)
  return (await server).origin
}
/** Answers these paths, and 404 with a page for everything else. */
const serving = (paths: Record<string, unknown>) =>
  started(
    serve((request, response) => {
      const body = paths[request.url ?? '']
      if (body === undefined) response.writeHead(404).end('<html></html>')
      else answering(200, body)(request, response)
    }),
  )

afterAll(async () => {
  client.close()
  await Promise.all(servers.map((server) => server.close()))
})

test.each([
  ['acme.service-now.com', ['https://acme.service-now.com']],
  ['  https://acme.service-now.com/  ', ['https://acme.service-now.com']],
  ['https://acme.service-now.com/nav_to.do?uri=%2Fincident.do', ['https://acme.service-now.com']],
  ['https://acme.service-now.com/now/nav/ui/classic/params/target/x', ['https://acme.service-now.com']],
  ['https://acme.service-now.com/$pa_dashboard.do', ['https://acme.service-now.com']],
  ['https://acme.service-now.com/sp?id=index', ['https://acme.service-now.com']],
  ['https://gate.example/accord/?a=b#c', ['https://gate.example/accord', 'https://gate.example']],
  ['HTTPS://Gate.Example:8443', ['https://gate.example:8443']],
])('%s is looked for at %j', (typed, bases) => {
  expect(basesOfTypedUrl(typed, strict)).toEqual(bases)
})

test.each([
  'https://ac\nme.example',
  'https://acme.example\\@other.example',
  'acme.example/\u202e',
  'https://a:b@acme.example',
  'https://xn--a.example',
  'https://acme.example.',
])('%j would lead elsewhere than it reads, and is refused', async (typed) =>
  expect(await codeOf(() => basesOfTypedUrl(typed, strict))).toBe('url_refused'),
)

test('a path that no node can have leaves the host', () => {
  expect(basesOfTypedUrl('https://gate.example/a%2fb', strict)).toEqual(['https://gate.example'])
  expect(basesOfTypedUrl('https://gate.example/a/../accord', strict)).toEqual([
    'https://gate.example/accord',
    'https://gate.example',
  ])
})

test('a bare loopback name means plain http only where that is allowed', async () => {
  expect(basesOfTypedUrl('localhost:8080', guard)).toEqual(['http://localhost:8080'])
  expect(basesOfTypedUrl('localhost:8080', strict)).toEqual(['https://localhost:8080'])
  for (const typed of ['', '   ', 'my instance', '<b>x</b>', 'http://acme.service-now.com', 'ftp://x'])
    expect(await codeOf(() => basesOfTypedUrl(typed, strict))).toBe('url_refused')
})

test("a node's own URL is found, with its clock and fingerprint", async () => {
  const origin = await serving({ '/.well-known/accord-node': document })
  expect(await discovery.findDestination(`${origin}/some/page.do?x=1`)).toEqual({
    url: origin,
    local: false,
    found: document,
    clockDifferenceMs: 5000,
    keyFingerprint: expect.stringMatching(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/u),
  })
})

test('a node below a path is found there before its origin is asked', async () => {
  const origin = await serving({ '/accord/.well-known/accord-node': document })
  expect((await discovery.findDestination(`${origin}/accord/`)).url).toBe(`${origin}/accord`)
})

test('an instance names its node, and the node must serve that instance', async () => {
  const node = await serving({ '/.well-known/accord-node': document })
  const named = (instanceUid: string) => ({ result: { product: 'accord', nodeUrl: node, instanceUid } })
  const path = DEFAULT_API_BASE + INSTANCE_API.discovery
  const right = await serving({ [path]: named(COMPANY_A.instanceUid) })
  expect(await discovery.findDestination(`${right}/nav_to.do`)).toMatchObject({ url: right, found: document })
  const wrong = await serving({ [path]: named(COMPANY_B.instanceUid) })
  expect(await codeOf(discovery.findDestination(wrong))).toBe('protocol_violation')
})

/** What an instance answers where it has no application. */
const NO_RESOURCE = {
  error: { message: 'Requested URI does not represent any resource', detail: null },
  status: 'failure',
}

test('the paired instance is asked under its own scope, and others under the default one', async () => {
  const node = await serving({ '/.well-known/accord-node': { ...document, node: COMPANY_B } })
  const result = { product: 'accord', nodeUrl: node, instanceUid: COMPANY_B.instanceUid }
  const instanceUrl = await serving({ '/api/x_12345_accord/v1/discovery': { result } })
  const instance = { instanceUrl, apiBase: '/api/x_12345_accord/v1' }
  own = instance
  expect(await discovery.findDestination(`${instanceUrl}/nav_to.do`)).toMatchObject({ local: true })
  own = undefined
  expect(await codeOf(discovery.findDestination(instanceUrl))).toBe('not_accord')
})

test.each([
  [400, NO_RESOURCE],
  [
    401,
    { error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' }, status: 'failure' },
  ],
])('an instance that has Accord under a scope of its own asks for the URL of its node (%d)', async (status, body) => {
  const origin = await started(
    serve((request, response) => {
      if (request.url?.startsWith('/api/')) answering(status, body)(request, response)
      else response.writeHead(404, { 'content-type': 'text/html' }).end('<html></html>')
    }),
  )
  for (const typed of [origin, `${origin}/some/page`, `${origin}/incident.do?sys_id=1`])
    expect((await refusalOf(discovery.findDestination(typed))).code).toBe('node_url_needed')
})

test('an instance cannot send us to a forbidden address, nor to a node that is not there', async () => {
  const naming = (nodeUrl: string) =>
    serving({
      [DEFAULT_API_BASE + INSTANCE_API.discovery]: {
        result: { product: 'accord', nodeUrl, instanceUid: COMPANY_A.instanceUid },
      },
    })
  expect(await codeOf(discovery.findDestination(await naming('http://169.254.169.254')))).toBe('url_refused')
  expect(await codeOf(discovery.findDestination(await naming('https://user:x@node.example')))).toBe('url_refused')
  expect((await refusalOf(discovery.findDestination(await naming(await serving({}))))).message).toContain(
    'no node answers',
  )
})

test('our own URL is recognised as local', async () => {
  const origin = await serving({ '/.well-known/accord-node': { ...document, node: COMPANY_B, keys: [] } })
  expect(await discovery.findDestination(origin)).toMatchObject({ local: true, keyFingerprint: null })
})

test('a page, a login, a redirect and another JSON are not Accord', async () => {
  const redirecting = await started(serve((_, response) => response.writeHead(302, { location: '/login.do' }).end()))
  for (const origin of [
    await serving({}),
    redirecting,
    await serving({ '/.well-known/accord-node': { product: 'other' } }),
  ])
    expect(await codeOf(discovery.findDestination(origin))).toBe('not_accord')
  expect(await codeOf(discovery.readDocument(await serving({})))).toBe('not_accord')
})

test('a page where a node is looked for is named by its title and status', async () => {
  const page = (status: number, title: string) =>
    started(serve((_, response) => response.writeHead(status).end(`<html><title>${title}</title>`)))
  const origin = await page(404, 'Seite nicht gefunden')
  const said = 'A page, not an answer, came: “Seite nicht gefunden” (status 404).'
  for (const found of [discovery.findDestination(origin), discovery.readDocument(origin)]) {
    const refusal = await refusalOf(found)
    expect([refusal.code, refusal.message]).toEqual(['not_accord', said])
  }
  const asleep = await refusalOf(discovery.findDestination(await page(200, 'Instance hibernating')))
  expect([asleep.code, asleep.message]).toEqual([
    'instance_hibernates',
    expect.stringContaining('“Instance hibernating” (status 200)'),
  ])
})

test('a key that is not listed contradicts the code', async () => {
  expect(() => requireIdentity(document, KEY)).not.toThrow()
  expect(await codeOf(() => requireIdentity(document, 'A'.repeat(43)))).toBe('identity_mismatch')
})

test.each([
  ['/a#', 'holds a fragment'],
  ['?x', 'holds a query'],
  ['/a/../b', 'has a path with an empty or dot segment'],
  ['/%2e%2e', 'holds a percent-encoded character'],
])('a node that says it lives at its address with %s is refused by name', async (ending, why) => {
  const url = await serving({
    '/.well-known/accord-node': { ...document, node: { ...document.node, baseUrl: `https://node.example${ending}` } },
  })
  const refusal = await refusalOf(discovery.findDestination(url))
  expect([refusal.code, refusal.message]).toEqual(['url_refused', expect.stringContaining(`node.baseUrl ${why}`)])
})

test('a node that says it lives where this one must not call is refused, although it answered', async () => {
  const url = await serving({
    '/.well-known/accord-node': { ...document, node: { ...document.node, baseUrl: 'https://10.0.0.7' } },
  })
  expect(await codeOf(discovery.findDestination(url))).toBe('url_refused')
})
