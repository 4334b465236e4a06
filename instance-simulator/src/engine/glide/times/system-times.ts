import { nowMs } from './clock.ts'
import { caller } from '../transaction.ts'
import { formatUtc } from './utc-text.ts'
import { fromLocal, showDay, showInstant, toLocal } from './zones.ts'

const DAY = 86_400_000

/** Midnight by the user's clocks, so many days after today. */
function midnight(days: number): number {
  const { zone } = caller().manners
  const local = toLocal(nowMs(), zone)
  return fromLocal(local - (local % DAY) + days * DAY, zone)
}
const ago = (count: unknown, unitMs: number) => formatUtc(nowMs() - Number(count) * unitMs)

/** The times of gs: what people see is in their zone and patterns, what queries need is UTC. */
export const times = {
  nowDateTime: () => showInstant(nowMs(), caller().manners),
  now: () => showDay(toLocal(nowMs(), caller().manners.zone), caller().manners),
  minutesAgo: (count: unknown) => ago(count, 60_000),
  hoursAgo: (count: unknown) => ago(count, 3_600_000),
  daysAgo: (count: unknown) => ago(count, DAY),
  daysAgoStart: (count: unknown) => formatUtc(midnight(-Number(count))),
  daysAgoEnd: (count: unknown) => formatUtc(midnight(1 - Number(count)) - 1000),
  yesterday: () => ago(1, DAY),
  beginningOfToday: () => formatUtc(midnight(0)),
  endOfToday: () => formatUtc(midnight(1) - 1000),
  getTimeZone: () => caller().manners.zone,
  getTimeZoneName: () => caller().manners.zone,
  getDateFormat: () => caller().manners.dateFormat,
  getTimeFormat: () => caller().manners.timeFormat,
  getDateTimeFormat: () => `${caller().manners.dateFormat} ${caller().manners.timeFormat}`,
}
