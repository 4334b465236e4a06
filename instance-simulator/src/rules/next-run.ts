import type { Row } from '../contracts.ts'
import { fromLocal, isZone, toLocal } from '../engine/glide/times/zones.ts'

/** When a sysauto_script runs next, as arithmetic over its row: no clock of its own. */
const DAY = 86_400_000
/** _Use System Time Zone_: that of the instance. */
const FLOATING = 'floating'

const utc = (text: string | undefined): number | undefined => {
  const ms = Date.parse(`${(text ?? '').replace(' ', 'T')}Z`)
  return Number.isNaN(ms) ? undefined : ms
}

/** `1970-01-01 02:30:00` is half past two, or two hours and a half. */
const sinceMidnight = (text: string | undefined): number => utc(text) ?? 0
const startOfDay = (ms: number) => Math.floor(ms / DAY) * DAY

interface DayTime {
  readonly zone: string
  /** By the clocks of the zone. */
  readonly time: number
}

/** Where a time zone is chosen the time is that of its clocks, as it was entered; otherwise it is in UTC. */
function dayTimeOf(job: Row, instanceZone: string): DayTime {
  const chosen = job['time_zone'] ?? ''
  if (chosen === '') return { zone: 'UTC', time: sinceMidnight(job['run_time']) % DAY }
  const zone = chosen === FLOATING ? instanceZone : chosen
  if (job['entered_time']) return { zone, time: sinceMidnight(job['entered_time']) % DAY }
  const time = sinceMidnight(job['run_time'])
  return { zone, time: (chosen === FLOATING ? time : toLocal(time, zone) + DAY) % DAY }
}

/** The first day after `after`, at the job's time, that the condition likes. Nothing runs before the job's start. */
function nextDay(job: Row, after: number, instanceZone: string, likes: (day: Date) => boolean): number | undefined {
  const { zone, time } = dayTimeOf(job, instanceZone)
  const later = Math.max(after, (utc(job['run_start']) ?? 0) - 1)
  for (let day = startOfDay(toLocal(later, zone)), tried = 0; tried < 800; day += DAY, tried += 1) {
    const due = fromLocal(day + time, zone)
    if (due > later && likes(new Date(day))) return due
  }
  return undefined
}

/** Monday is 1 on the platform. */
const dayOfWeek = (day: Date) => day.getUTCDay() || 7
const daysInMonth = (day: Date) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
/** `25` is Tuesday and Friday; without any the one day of the older field counts. */
const weekdaysOf = (job: Row): string => job['run_daysofweek'] || job['run_dayofweek'] || '1'

const BY_TYPE: Readonly<Record<string, (job: Row, after: number, instanceZone: string) => number | undefined>> = {
  daily: (job, after, instanceZone) => nextDay(job, after, instanceZone, () => true),
  weekly: (job, after, instanceZone) =>
    nextDay(job, after, instanceZone, (day) => weekdaysOf(job).includes(String(dayOfWeek(day)))),
  monthly: (job, after, instanceZone) =>
    nextDay(
      job,
      after,
      instanceZone,
      (day) => day.getUTCDate() === Math.min(Number(job['run_dayofmonth'] || 1), daysInMonth(day)),
    ),
  periodically: (job, after) => {
    const period = sinceMidnight(job['run_period'])
    if (period <= 0) return undefined
    const start = utc(job['run_start']) ?? 0
    return start > after ? start : start + (Math.floor((after - start) / period) + 1) * period
  },
  once: (job, after) => {
    const start = utc(job['run_start'])
    return start !== undefined && start > after ? start : undefined
  },
  on_demand: () => undefined,
}

/** What of a schedule is not simulated, by its name; undefined where all of it is. */
export function unsimulatedSchedule(job: Row): string | undefined {
  const { run_type: type = '', time_zone: zone = '', repeat_every: repeat = '' } = job
  if (!Object.hasOwn(BY_TYPE, type)) return `run type ${type}`
  if (zone !== '' && zone !== FLOATING && !isZone(zone)) return `time zone ${zone}`
  return Number(repeat) > 1 ? `repeat every ${repeat}` : undefined
}

/** The first run after the moment; undefined when there is none (on demand, over, or a schedule that is not simulated). */
export function nextRun(job: Row, after: number, instanceZone = 'UTC'): number | undefined {
  if (unsimulatedSchedule(job) !== undefined) return undefined
  const due = BY_TYPE[job['run_type'] ?? '']?.(job, after, instanceZone)
  const end = utc(job['run_end'])
  return due === undefined || (end !== undefined && due > end) ? undefined : due
}
