import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { expect, test } from '@jest/globals'

import { yielding } from '../../src/event-loop/yielding.ts'

const HUNDRED = Array.from({ length: 100 }, (_, at) => at)

function busyForMs(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('work is done in the order of asking, and other turns of the event loop come in between', async () => {
  await nextTurn()
  const order: number[] = []
  let turns = 0
  let isOver = false
  const count = () => void (isOver || ((turns += 1), setImmediate(count)))
  setImmediate(count)
  await Promise.all(HUNDRED.map((at) => yielding(() => (busyForMs(0.5), order.push(at)))))
  isOver = true
  expect(order).toEqual(HUNDRED)
  expect(turns).toBeGreaterThan(5)
})

test('work that has to wait still runs for its own caller', async () => {
  const caller = new AsyncLocalStorage<number>()
  const seen = await Promise.all(
    HUNDRED.map((at) => caller.run(at, () => yielding(() => (busyForMs(0.1), caller.getStore())))),
  )
  expect(seen).toEqual(HUNDRED)
})

test('what throws reaches its caller alone', async () => {
  const outcomes = await Promise.allSettled([
    yielding(() => {
      throw new Error('mine')
    }),
    yielding(() => 'well'),
  ])
  expect(outcomes).toEqual([
    { status: 'rejected', reason: new Error('mine') },
    { status: 'fulfilled', value: 'well' },
  ])
})
