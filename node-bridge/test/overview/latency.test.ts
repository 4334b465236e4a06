import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { bucketOf, percentile } from '../../src/overview/latency.ts'

const bucketsOf = (values: readonly number[]) => values.map((value) => ({ upToMs: bucketOf(value), count: 1 }))
/** The value below or at which so many lie. */
const exact = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN
const took = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 1, maxLength: 60 })

test('an estimate lies between the same two edges as the value that it stands for', () => {
  fc.assert(
    fc.property(took, fc.constantFrom(0.5, 0.95), (values, share) => {
      const estimate = percentile(bucketsOf(values), share) ?? NaN
      expect(bucketOf(estimate)).toBe(bucketOf(exact(values, share)))
    }),
  )
})

test('the 95th of a hundred is never below the 50th', () => {
  fc.assert(
    fc.property(took, (values) => {
      const buckets = bucketsOf(values)
      expect(percentile(buckets, 0.95)).toBeGreaterThanOrEqual(percentile(buckets, 0.5) ?? NaN)
    }),
  )
})

test('between two edges values are taken to lie evenly', () => {
  expect(percentile([{ upToMs: 200, count: 10 }], 0.5)).toBe(150)
  const slow = [
    { upToMs: 100, count: 90 },
    { upToMs: 1000, count: 10 },
  ]
  expect(percentile(slow, 0.5)).toBe(78)
  expect(percentile(slow, 0.95)).toBe(875)
})

test('of nothing there is no percentile, and what took longer than a day is a day', () => {
  expect(percentile([], 0.5)).toBeUndefined()
  expect(percentile([{ upToMs: 100, count: 0 }], 0.5)).toBeUndefined()
  expect(bucketOf(Number.MAX_SAFE_INTEGER)).toBe(86_400_000)
})

test('rows of a release with other edges are understood', () => {
  expect(percentile([{ upToMs: 250, count: 2 }], 0.5)).toBe(225)
})
