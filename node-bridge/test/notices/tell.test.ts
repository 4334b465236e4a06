import { describe, expect, test } from '@jest/globals'

import { decide, type Pace } from '../../src/notices/tell.ts'
import type { NoticeRecord } from '../../src/store/notices/notices.ts'
import type { Need } from '../../src/store/notices/needs-of-connections.ts'

const MINUTE = 60_000
const PACE: Pace = { hourMs: 60 * MINUTE, settleMs: 5 * MINUTE, afterMs: 15 * MINUTE, hasRecipients: true }

/** What is reported at each minute of a life: `counts[minute]`, 0 where it is not there. */
function tellMinutes(cause: Need['cause'], counts: readonly number[], pace: Pace = PACE): string[] {
  let known: NoticeRecord | undefined
  return counts.flatMap((count, minute) => {
    const now = new Date(Date.UTC(2026, 0, 1, 10, minute))
    const need = count > 0 ? { cause, connectionId: 'c', subject: '', count } : undefined
    const { record, step } = decide(known, need, now, pace)
    known = record ?? known
    return step ? [`${minute} ${step.step} ${count} +${step.more}`] : []
  })
}
const minutes = (of: number, count: number) => Array.from({ length: of }, () => count)

describe('when people are notified', () => {
  test('once at the beginning, once an hour where there is more, and once when it is over', () => {
    const life = [...minutes(10, 3), ...minutes(80, 40), ...minutes(40, 41), ...minutes(10, 0)]
    expect(tellMinutes('pairs_held', life)).toEqual([
      '0 began 3 +0',
      '60 grew 40 +37',
      '120 grew 41 +1',
      '134 over 0 +0',
    ])
  })

  test('what stays as it is, is not reported again, however long it stays', () => {
    expect(tellMinutes('pairs_held', minutes(600, 7))).toEqual(['0 began 7 +0'])
  })

  test('what was solved meanwhile counts as new when it comes again', () => {
    const life = [...minutes(20, 40), ...minutes(20, 5), ...minutes(30, 30)]
    expect(tellMinutes('pairs_held', life)).toEqual(['0 began 40 +0', '60 grew 30 +25'])
  })

  test('what goes up and down each minute is reported at most twice an hour', () => {
    const flapping = Array.from({ length: 600 }, (_, minute) => (minute % 14 < 7 ? 1 : 0))
    const reported = tellMinutes('approval_asked', flapping)
    for (let hour = 0; hour < 10; hour += 1) {
      const inHour = reported.filter((line) => Math.floor(Number(line.split(' ')[0]) / 60) === hour)
      expect(inHour.length).toBeLessThanOrEqual(2)
    }
    expect(reported.length).toBeGreaterThan(5)
  })

  test('a gap shorter than the time to settle is no end', () => {
    expect(tellMinutes('peer_lost', [...minutes(5, 1), ...minutes(4, 0), ...minutes(5, 1)])).toEqual(['0 began 1 +0'])
  })

  test('what may pass by itself is reported after a while only, and nothing is over that nobody was notified of', () => {
    expect(tellMinutes('peer_away', [...minutes(12, 1), ...minutes(30, 0)])).toEqual([])
    expect(tellMinutes('peer_away', [...minutes(20, 1), ...minutes(10, 0)])).toEqual(['15 began 1 +0', '24 over 0 +0'])
  })

  test('an invitation that ends, and a licence that was renewed after its warning, have no end that is reported', () => {
    expect(tellMinutes('invitation_ends', [...minutes(3, 1), ...minutes(20, 0)])).toEqual(['0 began 1 +0'])
  })

  test('while there is nobody to tell nothing counts as reported', () => {
    expect(tellMinutes('pairs_held', minutes(90, 4), { ...PACE, hasRecipients: false })).toEqual([])
  })
})
