import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { timeLeft } from '../src/invitation/time-left.ts'
import { relativeTime } from '../src/parts/relative-time.ts'

test('what is left of a code is never shown as more than it is, nor a second less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 * 86_400_000 }), (ms) => {
      const left = timeLeft(ms)
      const [hours = 0, minutes = 0, seconds = 0] = (left?.time ?? '').split(':').map(Number)
      const shown = (((left?.days ?? 0) * 24 + hours) * 60 + minutes) * 60 + seconds
      expect(shown).toBe(Math.floor(ms / 1_000))
    }),
  )
})

test('nothing is left at the moment of expiry', () => {
  expect(timeLeft(0)).toBeNull()
  expect(timeLeft(-1)).toBeNull()
})

test('a time is shown in the largest unit that fits, in the language of the page', () => {
  expect(relativeTime(-3 * 60_000, 'en')).toBe('3 minutes ago')
  expect(relativeTime(2 * 86_400_000 + 5, 'en')).toBe('in 2 days')
  expect(relativeTime(-3 * 60_000, 'de')).toBe('vor 3 Minuten')
  expect(relativeTime(0, 'en')).toBe('now')
})
