import { expect, test } from '@jest/globals'

import { type BackgroundLoop, startBackgroundLoop, type Turn } from '../../src/background/background-loop.ts'

/** No test waits for it: what comes sooner was woken or stopped. */
const LONG_MS = 3_600_000

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

/** A turn that is at work until it is let go. */
function work() {
  const begun = deferred<Turn>()
  const end = deferred<void>()
  return { begun: begun.promise, begin: begun.resolve, ended: end.promise, end: end.resolve, fail: end.reject }
}

/** A loop whose turns are let go one by one. */
function begin(options: { readonly firstAfterMs?: number; readonly gatherMs?: number; readonly restMs?: number } = {}) {
  const { restMs = LONG_MS, ...rest } = options
  const turns = Array.from({ length: 4 }, work)
  const failures: unknown[] = []
  let begun = 0
  let atWork = 0
  let most = 0
  const loop: BackgroundLoop = startBackgroundLoop({
    ...rest,
    turn: async (turn) => {
      const now = turns[begun++]
      most = Math.max(most, ++atWork)
      now?.begin(turn)
      await now?.ended.finally(() => (atWork -= 1))
      return restMs
    },
    onFailure: (error) => {
      failures.push(error)
      return 0
    },
  })
  const [first, second, third] = turns
  if (!first || !second || !third) throw new Error('There are turns')
  return { loop, first, second, third, failures, count: () => begun, most: () => most }
}

test('the first turn begins at once; the next one when it is asked for, long before its time', async () => {
  const { loop, first, second } = begin()
  expect((await first.begun).isWoken).toBe(true)
  first.end()
  loop.wake()
  expect((await second.begun).isWoken).toBe(true)
  second.end()
  await loop.stop()
})

test('a turn that nobody has asked for comes in its time, and knows it', async () => {
  const { loop, first, second } = begin({ restMs: 1 })
  first.end()
  expect((await second.begun).isWoken).toBe(false)
  const stopped = loop.stop()
  second.end()
  await stopped
})

test('what is asked for during a turn is done after it, in one turn however often', async () => {
  const { loop, first, second, count, most } = begin()
  await first.begun
  for (let asked = 0; asked < 5; asked += 1) loop.wake()
  first.end()
  await second.begun
  second.end()
  await new Promise((resolve) => setImmediate(resolve))
  expect([count(), most()]).toEqual([2, 1])
  await loop.stop()
})

test('wake-ups that are gathered share a turn', async () => {
  const { loop, first, second, count } = begin({ firstAfterMs: LONG_MS, gatherMs: 20 })
  loop.wake()
  await new Promise((resolve) => setImmediate(resolve))
  loop.wake()
  expect((await first.begun).isWoken).toBe(true)
  first.end()
  await new Promise((resolve) => setImmediate(resolve))
  expect(count()).toBe(1)
  loop.wake()
  await second.begun
  second.end()
  await loop.stop()
})

test('a turn that fails is reported, and the next one begins', async () => {
  const { loop, first, second, failures } = begin()
  const error = new Error('the database is away')
  first.fail(error)
  await second.begun
  expect(failures).toEqual([error])
  second.end()
  await loop.stop()
})

test('the stop waits for the turn at work, and none begins after it', async () => {
  const { loop, first, count } = begin({ restMs: 0 })
  const { stopping } = await first.begun
  let isStopped = false
  const stopped = loop.stop().then(() => (isStopped = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect([stopping.aborted, isStopped]).toEqual([true, false])
  loop.wake()
  first.end()
  await stopped
  expect(count()).toBe(1)
})

test('the stop ends a rest, also the one before the first turn', async () => {
  const { loop, first, count } = begin()
  await first.begun
  first.end()
  await loop.stop()
  expect(count()).toBe(1)
  const later = begin({ firstAfterMs: LONG_MS })
  await later.loop.stop()
  expect(later.count()).toBe(0)
})

test('a turn that ends early because of the stop has not failed', async () => {
  const { loop, first, failures } = begin()
  const { stopping } = await first.begun
  const stopped = loop.stop()
  first.fail(stopping.reason)
  await stopped
  expect(failures).toEqual([])
})
