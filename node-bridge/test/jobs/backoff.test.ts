import { expect, test } from '@jest/globals'
import { assert, double, integer, property } from 'fast-check'

import { delayBefore } from '../../src/jobs/backoff.ts'

const BACKOFF = { firstMs: 1000, ceilingMs: 300_000, attempts: 12 }

test('doubles from the first delay to the ceiling, half of it by chance', () => {
  const full = [1, 2, 3, 4, 9, 10, 11].map((failures) => delayBefore(failures, BACKOFF, 1))
  expect(full).toEqual([1000, 2000, 4000, 8000, 256_000, 300_000, 300_000])
  expect(delayBefore(3, BACKOFF, 0)).toBe(2000)
})

test('gives up after the given number of failures', () => {
  expect(delayBefore(11, BACKOFF)).toBeDefined()
  expect(delayBefore(12, BACKOFF)).toBeUndefined()
})

test('never leaves its bounds, also where nothing is ever given up', () => {
  const endless = { ...BACKOFF, attempts: Infinity }
  assert(
    property(integer({ min: 1, max: 5000 }), double({ min: 0, max: 1, noNaN: true }), (failures, jitter) => {
      const delayMs = delayBefore(failures, endless, jitter) ?? -1
      return delayMs >= 500 && delayMs <= 300_000
    }),
  )
})
