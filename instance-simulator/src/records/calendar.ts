/** Instants as the platform writes them, UTC `yyyy-MM-dd HH:mm:ss`. */
export const formatInstant = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

/** Milliseconds, or NaN for what is no instant. */
export const parseInstant = (text: string) =>
  Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : 'T00:00:00Z'}`)

export type CalendarUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Start of the minute, hour, day … in which `ms` lies. Weeks begin on Monday, as the platform's default calendar has it. */
export function startOf(unit: CalendarUnit, ms: number): number {
  const date = new Date(ms)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (unit) {
    case 'minute':
      return Math.floor(ms / 60_000) * 60_000
    case 'hour':
      return Math.floor(ms / 3_600_000) * 3_600_000
    case 'day':
      return Date.UTC(year, month, day)
    case 'week':
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7))
    case 'month':
      return Date.UTC(year, month, 1)
    case 'quarter':
      return Date.UTC(year, month - (month % 3), 1)
    case 'year':
      return Date.UTC(year, 0, 1)
  }
}

/** `ms` moved by so many units; months and longer by the calendar, the rest by the clock. */
export function addUnits(unit: CalendarUnit, ms: number, amount: number): number {
  const fixed = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }
  if (unit in fixed) return ms + amount * fixed[unit as keyof typeof fixed]
  const months = { month: 1, quarter: 3, year: 12 }[unit as 'month' | 'quarter' | 'year'] * amount
  const date = new Date(ms)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), lastDay)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, day) + (ms - startOf('day', ms))
}

/** Last second of the unit, as the platform's `endOf…` functions say it. */
export const endOf = (unit: CalendarUnit, ms: number) => addUnits(unit, startOf(unit, ms), 1) - 1000
