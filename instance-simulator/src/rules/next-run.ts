import type { Row } from '../contracts.ts'

/** When a sysauto_script runs next, as arithmetic over its row: UTC milliseconds, no clock of its own. */
const DAY = 86_400_000

const utc = (text: string | undefined): number | undefined => {
  const ms = Date.parse(`${(text ?? '').replace(' ', 'T')}Z`)
  return Number.isNaN(ms) ? undefined : ms
}

/** `1970-01-01 02:30:00` is half past two, or two hours and a half. */
const sinceMidnight = (text: string | undefined): number => utc(text) ?? 0
const startOfDay = (ms: number) => Math.floor(ms / DAY) * DAY

/** The first day after `after`, at the job's time, that the condition likes. */
function nextDay(job: Row, after: number, likes: (day: Date) => boolean): number | undefined {
  const time = sinceMidnight(job['run_time']) % DAY
  for (let day = startOfDay(after), tried = 0; tried < 800; day += DAY, tried += 1) {
    if (day + time > after && likes(new Date(day))) return day + time
  }
  return undefined
}

/** Monday is 1 on the platform. */
const dayOfWeek = (day: Date) => day.getUTCDay() || 7
const daysInMonth = (day: Date) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()

const BY_TYPE: Readonly<Record<string, (job: Row, after: number) => number | undefined>> = {
  daily: (job, after) => nextDay(job, after, () => true),
  weekly: (job, after) => nextDay(job, after, (day) => dayOfWeek(day) === Number(job['run_dayofweek'] || 1)),
  monthly: (job, after) =>
    nextDay(job, after, (day) => day.getUTCDate() === Math.min(Number(job['run_dayofmonth'] || 1), daysInMonth(day))),
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

export const isSimulatedRunType = (type: string): boolean => Object.hasOwn(BY_TYPE, type)

/** The first run after the moment; undefined when there is none (on demand, over, or a run type that is not simulated). */
export function nextRun(job: Row, after: number): number | undefined {
  const due = BY_TYPE[job['run_type'] ?? '']?.(job, after)
  const end = utc(job['run_end'])
  return due === undefined || (end !== undefined && due > end) ? undefined : due
}
