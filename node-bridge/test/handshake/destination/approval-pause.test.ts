import { expect, test } from '@jest/globals'

import { pauseBeforeAsking } from '../../../src/handshake/destination/approval-pause.ts'

const MINUTE = 60_000

test('a decision arrives within a twentieth of the time it took, and within five minutes at most', () => {
  expect([0, MINUTE, 10 * MINUTE, 60 * MINUTE, 7 * 24 * 60 * MINUTE].map(pauseBeforeAsking)).toEqual([
    2000, 3000, 30_000, 180_000, 300_000,
  ])
})

test('seven days of waiting cost fewer than 2,500 questions', () => {
  let [waited, questions] = [0, 0]
  for (; waited < 7 * 24 * 60 * MINUTE; questions += 1) waited += pauseBeforeAsking(waited)
  expect(questions).toBeLessThan(2500)
})
