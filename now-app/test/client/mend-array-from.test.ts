import { afterEach, expect, test } from '@jest/globals'
import { mendArrayFrom } from '../../src/client/app/mend-array-from.ts'

const native = Array.from

/** Prototype 1.7's `$A`, which the platform's prototype.js puts in the place of Array.from. */
function prototypeFrom(iterable: { toArray?: () => unknown[]; length?: number; [index: number]: unknown }) {
  if (!iterable) return []
  if ('toArray' in Object(iterable)) return iterable.toArray?.()
  const results: unknown[] = []
  for (let index = 0; index < (iterable.length ?? 0); index++) results[index] = iterable[index]
  return results
}

const install = (from: unknown) =>
  Object.defineProperty(Array, 'from', { value: from, configurable: true, writable: true })

afterEach(() => {
  install(native)
})

test('under prototype.js a Set comes out empty, and after the mend it does not', () => {
  install(prototypeFrom)
  expect(Array.from(new Set([1, 2]))).toEqual([])
  mendArrayFrom()
  expect(Array.from(new Set([1, 2]))).toEqual([1, 2])
  expect(Array.from(new Map([['a', 1]]).values())).toEqual([1])
  expect(Array.from({ length: 3 }, (_, index) => index * 2)).toEqual([0, 2, 4])
  expect(Array.from('ab')).toEqual(['a', 'b'])
})

test('a page without prototype.js keeps its own Array.from', () => {
  mendArrayFrom()
  expect(Array.from).toBe(native)
})
