import { expect, test } from '@jest/globals'

import { beginOfNextRound, nextAttempt } from '../../src/sync/files/next-attempt.ts'

const NOW = new Date('2026-11-30T08:00:00Z')

/** Every attempt of a round, and how many milliseconds it may wait at most. */
function roundFrom(first: number) {
  const seen: number[] = []
  let attempts = first
  let waitedMs = 0
  for (let next = nextAttempt(attempts, NOW); next; next = nextAttempt(attempts, NOW)) {
    attempts = next.attempts
    waitedMs += next.dueAt.getTime() - NOW.getTime()
    seen.push(attempts)
  }
  return { seen, waitedMs, attempts }
}

test('a file is tried for longer than ten minutes, and less than an hour, before it waits for a person', () => {
  const { waitedMs } = roundFrom(0)
  expect(waitedMs).toBeGreaterThan(600_000)
  expect(waitedMs).toBeLessThan(3_600_000)
})

test('one that a person tries anew has as many attempts as before, and repeats the number of none', () => {
  const first = roundFrom(0)
  const second = roundFrom(beginOfNextRound(first.attempts))
  expect(second.seen).toHaveLength(first.seen.length)
  expect(new Set([0, ...first.seen, beginOfNextRound(first.attempts), ...second.seen]).size).toBe(
    first.seen.length + second.seen.length + 2,
  )
  // Given up at once, as what is too large: the next round is whole all the same.
  expect(roundFrom(beginOfNextRound(0)).seen).toHaveLength(first.seen.length)
})
