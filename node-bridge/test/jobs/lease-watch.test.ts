import { expect, test } from '@jest/globals'

import { createLeaseWatch } from '../../src/jobs/lease-watch.ts'
import type { SeenLease } from '../../src/store/jobs/serial-queue-leases.ts'

const lease = (key: string, until = 1, changed: Partial<SeenLease> = {}): SeenLease => ({
  queue: 'q',
  key,
  token: 't',
  headId: 'h',
  until,
  ...changed,
})

/** Which keys are dead at the last of these looks. */
const deadAfter = (...looks: SeenLease[][]): string[] => {
  const watch = createLeaseWatch()
  return looks.map((held) => watch(held).map(({ key }) => key)).at(-1) ?? []
}

test('a lease that nobody renews is dead at the fourth look, not before', () => {
  const held = [lease('a')]
  expect(deadAfter(held, held, held)).toEqual([])
  expect(deadAfter(held, held, held, held)).toEqual(['a'])
})

test.each([
  ['renewed', lease('a', 2)],
  ['renewed by a clock that was set back', lease('a', 0)],
  ['taken by another worker', lease('a', 1, { token: 'u' })],
  ['gone on to the next job', lease('a', 1, { headId: 'i' })],
])('a lease that was %s is watched anew', (_, changed) => {
  const held = [lease('a'), lease('b')]
  const after = [changed, lease('b')]
  expect(deadAfter(held, held, held, after)).toEqual(['b'])
  expect(deadAfter(held, held, held, after, after, after, after)).toContain('a')
})

test('a lease that was free in between is watched anew', () => {
  const held = [lease('a')]
  expect(deadAfter(held, held, held, [], held)).toEqual([])
})
