import { afterEach, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { Problem } from '@accord/shared/schemas'

import { addressKey, createRateLimiter, takeToken } from '../../src/limits/rate-limit.ts'
import { Refusal } from '../../src/refusals/refusal.ts'
import { callOperation } from './operation-calls.ts'
import { runApp, type RunningApp } from './running-app.ts'
import { createStubServices } from './stub-services.ts'

let app: RunningApp | undefined
afterEach(() => app?.close())

const from = (address: string) => ({ 'x-forwarded-for': address })
const WIDE = { burst: 10_000, perSecond: 10_000 }

test('no series of calls gets more than the burst and the steady rate', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { maxLength: 100 }), fc.integer({ min: 1, max: 10 }), (gaps, burst) => {
      const rate = { burst, perSecond: 2 }
      let bucket: Parameters<typeof takeToken>[0]
      let nowMs = 0
      let taken = 0
      for (const gap of gaps) {
        nowMs += gap
        const outcome = takeToken(bucket, rate, nowMs)
        if ('bucket' in outcome) {
          bucket = outcome.bucket
          taken += 1
        }
      }
      expect(taken).toBeLessThanOrEqual(burst + (nowMs / 1000) * 2 + 1e-6)
    }),
  )
})

test('who waits as long as was said gets in', () => {
  const limiter = createRateLimiter({ burst: 1, perSecond: 0.2 })
  expect(limiter.take('a', 0)).toBeUndefined()
  const waitS = limiter.take('a', 1000) ?? 0
  expect(limiter.peek('a', 1000 + waitS * 1000 - 1001)).toBeDefined()
  expect(limiter.take('a', 1000 + waitS * 1000)).toBeUndefined()
})

test('the memory of a limiter is bounded, and the quietest caller is forgotten first', () => {
  const limiter = createRateLimiter({ burst: 1, perSecond: 0.001 }, 2)
  for (const key of ['a', 'b', 'c']) expect(limiter.take(key, 0)).toBeUndefined()
  expect(limiter.take('c', 1)).toBeDefined()
  expect(limiter.take('a', 1)).toBeUndefined()
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})

test('an address that hammers learns how long to wait, before its body is read; another address goes on', async () => {
  const stub = createStubServices()
  app = await runApp(stub.services, { rates: { perAddress: { burst: 5, perSecond: 0.5 } } })
  const discover = (address: string) => callOperation(app?.origin ?? '', 'discover', { headers: from(address) })
  const statuses = []
  for (let i = 0; i < 7; i += 1) statuses.push((await discover('198.51.100.1')).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
  const refused = await callOperation(app.origin, 'redeemInvitation', {
    headers: from('198.51.100.1'),
    body: 'x'.repeat(70_000),
  })
  expect([refused.status, Problem.parse(await refused.json()).code]).toEqual([429, 'too_many_requests'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await discover('198.51.100.2')).status).toBe(200)
})

test('a whole IPv6 /64 is one caller', async () => {
  app = await runApp(createStubServices().services, { rates: { perAddress: { burst: 2, perSecond: 0.1 } } })
  const statusFor = async (address: string) =>
    (await callOperation(app?.origin ?? '', 'discover', { headers: from(address) })).status
  expect([
    await statusFor('2001:db8:0:1::1'),
    await statusFor('2001:db8:0:1::2'),
    await statusFor('2001:db8:0:1:ffff::3'),
  ]).toEqual([200, 200, 429])
  expect(await statusFor('2001:db8:0:2::1')).toBe(200)
})

test('a proxy in a trusted range speaks for its callers; any other counts as the caller itself', async () => {
  const rates = { perAddress: { burst: 1, perSecond: 0.01 } }
  const statuses = async (trustedProxies: readonly string[]) => {
    app = await runApp(createStubServices().services, { rates, trustedProxies })
    const discover = (chain: string) => callOperation(app?.origin ?? '', 'discover', { headers: from(chain) })
    const answers = [await discover('198.51.100.1, 10.1.2.3'), await discover('198.51.100.2, 10.1.2.3')]
    await app.close()
    return answers.map(({ status }) => status)
  }
  expect(await statuses([])).toEqual([200, 429])
  expect(await statuses(['192.168.0.0/16'])).toEqual([200, 429])
  expect(await statuses(['10.0.0.0/8'])).toEqual([200, 200])
})

test('failures at an invitation never lock the invited out, wherever the attacker fails from', async () => {
  let outcome: Refusal | undefined = new Refusal('invitation_unknown')
  const stub = createStubServices((operation) => {
    if (operation === 'redeemInvitation' && outcome) throw outcome
  })
  app = await runApp(stub.services, {
    rates: { perAddress: WIDE, failuresPerInvitation: { burst: 3, perSecond: 0.01 } },
  })
  const redeem = async (address: string) =>
    (await callOperation(app?.origin ?? '', 'redeemInvitation', { headers: from(address) })).status
  const attacker = []
  for (let i = 0; i < 5; i += 1) attacker.push(await redeem('198.51.100.1'))
  expect(attacker).toEqual([404, 404, 404, 429, 429])
  for (let i = 2; i < 40; i += 1) expect(await redeem(`198.51.100.${i}`)).toBe(404)
  outcome = undefined
  expect(await redeem('203.0.113.9')).toBe(200)
  expect(await redeem('203.0.113.9')).toBe(200)
})

test('successes and refusals that are nobody’s fault do not count as failures', async () => {
  const stub = createStubServices((operation) => {
    if (operation === 'redeemInvitation') throw new Refusal('retry_later')
  })
  app = await runApp(stub.services, { rates: { failuresPerInvitation: { burst: 1, perSecond: 0.01 } } })
  for (let i = 0; i < 5; i += 1) expect((await callOperation(app.origin, 'redeemInvitation')).status).toBe(503)
})

test('probes go on while everybody else is being turned away', async () => {
  app = await runApp(createStubServices().services, {
    rates: { perAddress: WIDE, overall: { burst: 1, perSecond: 0.01 } },
  })
  await callOperation(app.origin, 'discover')
  expect((await callOperation(app.origin, 'discover')).status).toBe(429)
  for (const probe of ['readHealth', 'readReadiness'] as const)
    expect((await callOperation(app.origin, probe)).status).toBe(200)
  expect((await callOperation(app.origin, 'listConnections')).status).toBe(200)
})
