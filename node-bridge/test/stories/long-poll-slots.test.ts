import { setTimeout as delay } from 'node:timers/promises'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { stealConnectionKey } from '../faults/hostile/connection-key.ts'
import { createPeer, type Peer } from '../faults/hostile/peer.ts'
import { createScriptedSource } from '../faults/hostile/scripted-source.ts'
import { accept, type Company, initiate, startCompany, untilState } from './company.ts'

let acme: Company
let globex: Company

beforeEach(async () => {
  ;[acme, globex] = await Promise.all([
    startCompany('Acme', undefined, undefined, { settings: { ACCORD_POLL_ONLY: 'true' } }),
    startCompany('Globex'),
  ])
})
afterEach(async () => {
  await Promise.all([acme.close(), globex.close()])
})

const globexUid = async () => (await globex.client.call('readStatus')).instanceUid

test('an answer is held until there is news, and then comes at once', async () => {
  const source = await createScriptedSource(globex.proxy.url, await globexUid())
  const startedAt = performance.now()
  const fetched = source.fetch({}, { waitMs: 25_000 })
  await delay(1500)
  void accept(globex, source.code).catch(() => undefined)
  expect((await fetched).redeem).toEqual(expect.any(String))
  const tookMs = performance.now() - startedAt
  expect(tookMs).toBeGreaterThan(1400)
  expect(tookMs).toBeLessThan(20_000)
}, 30_000)

test('a node that is asked to stop answers at once what it holds, and who waits at another does not keep it from stopping', async () => {
  const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
  const accepted = await accept(globex, code)
  await Promise.all([untilState(acme, connection.id, 'active'), untilState(globex, accepted.id, 'active')])
  const source = await createScriptedSource(globex.proxy.url, await globexUid())
  const held = source.fetch({}, { waitMs: 25_000 })
  await delay(3000)
  const startedAt = performance.now()
  const closing = Promise.all([acme.restart(), globex.restart()])
  expect(await held).toEqual({ status: 200, redeem: null })
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  await closing
  // Both stops have a timeout of 12 seconds and more for what is at work; nothing was.
  expect(performance.now() - startedAt).toBeLessThan(10_000)
}, 40_000)

test('one peer gets a few long polls for each connection; another connection of it still finds its own', async () => {
  const connect = async () => {
    const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
    const accepted = await accept(globex, code)
    await Promise.all([untilState(acme, connection.id, 'active'), untilState(globex, accepted.id, 'active')])
    return connection.id
  }
  const ids = [await connect(), await connect()]
  const [iss, aud] = [(await acme.client.call('readStatus')).instanceUid, await globexUid()]
  const peers = ids.map((connectionId) =>
    createPeer({
      key: stealConnectionKey(acme, connectionId),
      iss,
      aud,
      connectionId,
      url: globex.bridge.listenUrl,
      publicUrl: globex.proxy.url,
    }),
  )
  const waits: { readonly peer: Peer; readonly status: number; readonly ms: number }[] = []
  // The peer's own long questions end with it: meanwhile somebody else speaks with its keys.
  await acme.restart(async () => {
    await delay(1000)
    const startedAt = performance.now()
    const wait = async (peer: Peer) => {
      const { status } = await peer.contact({ pauses: 0, acknowledged: 0, waitMs: 4000 })
      waits.push({ peer, status, ms: performance.now() - startedAt })
    }
    await Promise.all(peers.flatMap((peer) => Array.from({ length: 7 }, () => wait(peer))))
  })
  expect(waits.map(({ status }) => status)).toEqual(Array.from({ length: 14 }, () => 200))
  for (const peer of peers) {
    const held = waits.filter((wait) => wait.peer === peer && wait.ms > 3500)
    // A question of the peer's earlier life may still have its place.
    expect(held.length).toBeGreaterThanOrEqual(2)
    expect(held.length).toBeLessThanOrEqual(4)
  }
}, 60_000)
