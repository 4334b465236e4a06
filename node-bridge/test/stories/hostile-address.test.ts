import { LIMITS } from '@accord/shared/protocol'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { stealConnectionKey } from '../faults/hostile/connection-key.ts'
import { createPeer, type Peer } from '../faults/hostile/peer.ts'
import { startFaultProxy, type FaultProxy } from '../faults/network/proxy.ts'
import { accept, type Company, initiate, read, startCompany, untilState } from './company.ts'

const NOW_S = Math.floor(Date.now() / 1000)

let acme: Company
let globex: Company
let initech: Company
let elsewhere: FaultProxy
/** Globex by its own key, saying to Acme whatever a test wants. */
let peer: Peer
let connectionId: string
let accepted: string

beforeEach(async () => {
  acme = await startCompany('Acme', undefined, 300)
  globex = await startCompany('Globex', undefined, 300)
  initech = await startCompany('Initech')
  elsewhere = await startFaultProxy(() => acme.bridge.listenUrl)
  const { connection, code } = await initiate(acme)
  connectionId = connection.id
  accepted = (await accept(globex, code)).id
  await untilState(acme, connectionId, 'active')
  peer = await peerAt(acme.proxy.url)
}, 60_000)
afterEach(async () => {
  await Promise.all([acme.close(), globex.close(), initech.close(), elsewhere.close()])
})

async function peerAt(publicUrl: string): Promise<Peer> {
  const [to, from] = [await acme.client.call('readStatus'), await globex.client.call('readStatus')]
  const uids = { iss: from.instanceUid, aud: to.instanceUid }
  return createPeer({
    ...uids,
    key: stealConnectionKey(globex, accepted),
    connectionId,
    url: acme.bridge.listenUrl,
    publicUrl,
  })
}

const tell = async (baseUrl: string, since: number) =>
  (await peer.contact({ pauses: 0, acknowledged: 0, address: { baseUrl, since } })).status
const reportedAt = async (company: Company) => {
  const { log } = await company.client.call('readConnection', { params: { connectionId } })
  return log.filter(({ event }) => event === 'peerAddressReported').map(({ detail }) => detail)
}
/** Two calls by the serial queue after this moment: whatever was to be tried has been tried. */
const untilContacted = async () => {
  const count = () => globex.proxy.seen.filter(({ path }) => path.endsWith('/contact')).length
  const before = count()
  await eventually('two more contacts', () => (count() >= before + 2 ? true : undefined))
}

test.each([
  ['a private address', () => 'https://10.1.2.3'],
  ['the node of somebody else', () => initech.proxy.url],
  ['a name that leads nowhere', () => 'https://nowhere.invalid'],
  ['our own address', () => acme.proxy.url],
])(
  '%s as the new one changes nothing',
  async (_, hostile) => {
    expect(await tell(hostile(), NOW_S)).toBe(200)
    await untilContacted()
    expect(await read(acme, connectionId)).toMatchObject({ state: 'active', remote: { nodeUrl: globex.proxy.url } })
    expect(await reportedAt(acme)).toHaveLength(1)
  },
  60_000,
)

test('what may not be called is named to the admin', async () => {
  await tell('https://10.1.2.3', NOW_S)
  expect(await reportedAt(acme)).toEqual([expect.stringContaining('This node may not call that address')])
}, 60_000)

test.each(['ftp://a.example', 'https://A.example', 'nowhere', ''])('%j is no address: malformed', async (baseUrl) => {
  expect(await tell(baseUrl, NOW_S)).toBe(400)
})

test('a host in punycode is shown with its Unicode form', async () => {
  await tell('https://xn--bcher-kva.invalid', NOW_S)
  expect(await reportedAt(acme)).toEqual([expect.stringContaining('https://xn--bcher-kva.invalid (bücher.invalid)')])
}, 60_000)

test('an older contact that arrives late does not move back', async () => {
  const there = await startFaultProxy(() => globex.bridge.listenUrl)
  await globex.restart(undefined, { ACCORD_PUBLIC_URL: there.url })
  await eventually('Acme knows', async () =>
    (await read(acme, connectionId)).remote.nodeUrl === there.url ? true : undefined,
  )
  const called = elsewhere.seen.length
  expect(await tell(elsewhere.url, NOW_S - 3600)).toBe(200)
  await peer.contact({ pauses: 0, acknowledged: 0 })
  expect((await read(acme, connectionId)).remote.nodeUrl).toBe(there.url)
  expect(await reportedAt(acme)).toHaveLength(1)
  expect(elsewhere.seen).toHaveLength(called)
  await there.close()
}, 60_000)

test('a few addresses are taken up, and no more', async () => {
  for (let reported = 0; reported < 10; reported += 1) await tell(`https://host-${reported}.invalid`, NOW_S + reported)
  expect(await reportedAt(acme)).toHaveLength(LIMITS.addressMoves.burst)
}, 60_000)

test('a signature over the address before is taken for thirty days', async () => {
  const contact = { pauses: 0, acknowledged: 0 }
  await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
  expect((await peer.contact(contact)).status).toBe(200)
  const stranger = await peerAt('https://never-ours.example')
  expect((await stranger.contact(contact)).status).toBe(401)
  acme.shiftClock(LIMITS.formerUrlMs + 60_000)
  const iat = Math.floor((Date.now() + LIMITS.formerUrlMs + 60_000) / 1000)
  const later = { claims: { iat, exp: iat + 60 } }
  expect((await peer.contact(contact, later)).status).toBe(401)
  const moved = await peerAt(elsewhere.url)
  expect((await moved.contact(contact, later)).status).toBe(200)
}, 60_000)
