import { setTimeout as delay } from 'node:timers/promises'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

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
  expect(tookMs).toBeLessThan(15_000)
}, 30_000)

test('a node that is told to stop answers at once what it holds, and who waits at another does not keep it from stopping', async () => {
  const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
  const accepted = await accept(globex, code)
  await Promise.all([untilState(acme, connection.id, 'active'), untilState(globex, accepted.id, 'active')])
  const source = await createScriptedSource(globex.proxy.url, await globexUid())
  const held = source.fetch({}, { waitMs: 25_000 })
  await delay(3000)
  const startedAt = performance.now()
  const closing = Promise.all([acme.restart(), globex.restart()])
  expect(await held).toEqual({ status: 200, redeem: null })
  expect(performance.now() - startedAt).toBeLessThan(5000)
  await closing
  // Both stops have a patience of 12 seconds and more for what is at work; nothing was.
  expect(performance.now() - startedAt).toBeLessThan(10_000)
}, 40_000)
