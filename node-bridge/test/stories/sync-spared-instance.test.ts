/** An instance that asks to be left alone, or fails again and again, is spared, and the page of sync says until when and why. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { PASS, type Fault } from '../faults/network/fault.ts'
import { accept, type Company, initiate, startCompany, untilState } from './company.ts'

let acme: Company
let globex: Company
let connectionId: string
let fault: Fault = PASS
/** Calls for sync that have reached the instance's address. */
let calls = 0

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
  const { connection, code } = await initiate(acme)
  connectionId = connection.id
  await accept(globex, code)
  await untilState(acme, connectionId, 'active')
  acme.instanceProxy.follow(({ path }) => {
    if (!path.includes('/sync/')) return PASS
    calls += 1
    return fault
  })
}, 60_000)
afterAll(() => Promise.all([acme.close(), globex.close()]))

/** The page of the configuration asks the instance what is open. */
const askInstance = async () => {
  await acme.client.call('readSyncConfiguration', { params: { connectionId } }).catch(() => undefined)
}
const pause = async () => (await acme.client.call('listSyncItems', { params: { connectionId }, query: {} })).pause

test('an instance that asks for a pause gets it, with the time and its reason on the page; then it is asked again', async () => {
  fault = { kind: 'unavailable', retryAfterSeconds: 600 }
  expect(await pause()).toBeNull()
  await askInstance()
  const shown = await pause()
  expect(shown?.message).toContain('The instance asks to be left alone until')
  expect(Date.parse(shown?.until ?? '')).toBeGreaterThan(Date.now() + 500_000)
  const before = calls
  await askInstance()
  expect(calls).toBe(before)
  acme.shiftClock(700_000)
  fault = PASS
  expect(await pause()).toBeNull()
  await askInstance()
  expect(calls).toBeGreaterThan(before)
})

test('after five calls that failed nobody calls for a while; then one call tries, and an answer lets all through', async () => {
  fault = { kind: 'reset' }
  const first = calls
  for (let time = 0; time < 8; time++) await askInstance()
  expect(calls - first).toBe(5)
  expect(await pause()).toMatchObject({ code: 'instance_unreachable' })
  acme.shiftClock(720_000)
  await askInstance()
  await askInstance()
  expect(calls - first).toBe(6)
  acme.shiftClock(900_000)
  fault = PASS
  await askInstance()
  await askInstance()
  expect(calls - first).toBe(8)
  expect(await pause()).toBeNull()
})

test('a node that may call only so often in an hour keeps to it, and says so with its number and the time', async () => {
  acme.shiftClock(1_000_000)
  await acme.restart(undefined, { ACCORD_INSTANCE_CALLS_PER_HOUR: '12' })
  fault = PASS
  const before = calls
  for (let time = 0; time < 8; time++) await askInstance()
  // A sixth at once; the node itself pulls, too.
  expect(calls - before).toBeLessThanOrEqual(2)
  const shown = await pause()
  expect(shown?.code).toBe('instance_quota_used')
  expect(shown?.message).toContain('at most 12 calls an hour')
  expect(Date.parse(shown?.until ?? '')).toBeGreaterThan(Date.now() + 1_000_000)
  acme.shiftClock(1_000_000 + 3_600_000)
  await askInstance()
  expect(calls).toBeGreaterThan(before)
}, 60_000)
