import { expect, test } from '@jest/globals'

import { PACES } from '../../src/trackers/servicenow/paces.ts'
import { sinceOf } from '../../src/trackers/servicenow/scan.ts'

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 20, hour, minute))
const markOf = (fast: Date, slow: Date) => ({ fast: fast.toISOString(), slow: slow.toISOString() })

test('the first scan of a trigger begins where the trigger does, but for what was not visible yet', () => {
  for (const kind of ['fast', 'slow'] as const) expect(sinceOf({}, kind, at(8), PACES)).toBe(at(7, 58).toISOString())
})

test('a trigger that was changed since the last scan loses nothing of what happened in between', () => {
  const mark = markOf(at(9), at(8, 30))
  for (const kind of ['fast', 'slow'] as const) expect(sinceOf(mark, kind, at(12), PACES)).toBe(at(8, 58).toISOString())
})

test('the long look back ends where the trigger begins, and a day before the last one', () => {
  const mark = markOf(at(9), at(8, 30))
  expect(sinceOf(mark, 'slow', at(3), PACES)).toBe(at(2, 58).toISOString())
  expect(sinceOf(mark, 'slow', new Date(0), PACES)).toBe(new Date(at(8, 30).getTime() - 86_400_000).toISOString())
  expect(sinceOf(mark, 'fast', at(3), PACES)).toBe(at(8, 58).toISOString())
})
