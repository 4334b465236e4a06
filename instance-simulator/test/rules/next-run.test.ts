import { expect, test } from '@jest/globals'
import { nextRun, unsimulatedSchedule } from '../../src/rules/next-run.ts'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`)
const after = (job: Readonly<Record<string, string>>, text: string, instanceZone = 'UTC') => {
  const due = nextRun(job, at(text), instanceZone)
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

test('a chosen time zone makes it the time of its clocks, also where they change; floating is that of the instance', () => {
  const berlin = { run_type: 'daily', time_zone: 'Europe/Berlin', entered_time: '1970-01-01 08:00:00' }
  expect(after(berlin, '2026-03-28 00:00:00')).toBe('2026-03-28 07:00:00')
  expect(after(berlin, '2026-03-28 07:00:00')).toBe('2026-03-29 06:00:00')
  const floating = { ...berlin, time_zone: 'floating' }
  expect(after(floating, '2026-03-28 00:00:00', 'Asia/Tokyo')).toBe('2026-03-28 23:00:00')
  expect(after(floating, '2026-03-28 00:00:00')).toBe('2026-03-28 08:00:00')
})

test('days are those of the zone: Monday begins in Tokyo while it is Sunday in UTC', () => {
  const job = { run_type: 'weekly', time_zone: 'Asia/Tokyo', entered_time: '1970-01-01 01:00:00', run_dayofweek: '1' }
  expect(after(job, '2026-03-04 00:00:00')).toBe('2026-03-08 16:00:00')
})

test('without an entered time the time of a zone is what is stored in UTC, as its clocks showed it in 1970', () => {
  const job = { run_type: 'daily', time_zone: 'Asia/Tokyo', run_time: '1970-01-01 20:00:00' }
  expect(after(job, '2026-03-04 00:00:00')).toBe('2026-03-04 20:00:00')
  expect(after({ ...job, time_zone: 'floating' }, '2026-03-04 00:00:00', 'Asia/Tokyo')).toBe('2026-03-04 11:00:00')
})

test('weekly on several days, and nothing before the start', () => {
  const job = { run_type: 'weekly', run_dayofweek: '1', run_daysofweek: '25', run_start: '2026-03-06 00:00:00' }
  expect(after(job, '2026-03-02 00:00:00')).toBe('2026-03-06 00:00:00')
  expect(after(job, '2026-03-06 00:00:00')).toBe('2026-03-10 00:00:00')
})

test.each([
  [{ run_type: 'week_in_month' }, 'run type week_in_month'],
  [{ run_type: 'daily', time_zone: 'Mars/Olympus' }, 'time zone Mars/Olympus'],
  [{ run_type: 'daily', repeat_every: '3' }, 'repeat every 3'],
  [{ run_type: 'daily', time_zone: 'floating', repeat_every: '1' }, undefined],
])('of %j what is not simulated is %s', (job, reason) => {
  expect(unsimulatedSchedule(job)).toBe(reason)
  if (reason !== undefined) expect(after(job, '2026-03-02 00:00:00')).toBeUndefined()
})
