import { expect, test } from '@jest/globals'
import { nextRun } from '../../src/rules/next-run.ts'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`)
const after = (job: Readonly<Record<string, string>>, text: string) => {
  const due = nextRun(job, at(text))
  return due === undefined ? undefined : new Date(due).toISOString().slice(0, 19).replace('T', ' ')
}

test('daily at half past two: today if it is still to come, else tomorrow', () => {
  const job = { run_type: 'daily', run_time: '1970-01-01 02:30:00' }
  expect(after(job, '2026-03-01 01:00:00')).toBe('2026-03-01 02:30:00')
  expect(after(job, '2026-03-01 02:30:00')).toBe('2026-03-02 02:30:00')
})

test('periodically keeps to the grid of its start, and does not start before it', () => {
  const job = { run_type: 'periodically', run_period: '1970-01-01 00:05:00', run_start: '2026-01-01 00:02:00' }
  expect(after(job, '2025-12-31 00:00:00')).toBe('2026-01-01 00:02:00')
  expect(after(job, '2026-01-01 00:13:10')).toBe('2026-01-01 00:17:00')
})

test('weekly counts Monday as 1, monthly ends short months on their last day', () => {
  expect(after({ run_type: 'weekly', run_dayofweek: '1' }, '2026-03-04 00:00:00')).toBe('2026-03-09 00:00:00')
  expect(after({ run_type: 'monthly', run_dayofmonth: '31' }, '2026-02-02 00:00:00')).toBe('2026-02-28 00:00:00')
})

test('once runs once, on demand never, and nothing runs after its end', () => {
  const once = { run_type: 'once', run_start: '2026-01-01 12:00:00' }
  expect(after(once, '2026-01-01 11:00:00')).toBe('2026-01-01 12:00:00')
  expect(after(once, '2026-01-01 12:00:00')).toBeUndefined()
  expect(after({ run_type: 'on_demand' }, '2026-01-01 12:00:00')).toBeUndefined()
  expect(after({ run_type: 'daily', run_end: '2026-01-01 12:00:00' }, '2026-01-01 13:00:00')).toBeUndefined()
})
