import type { Row } from '../contracts.ts'
import {
  isZone,
  readDay,
  readInstant,
  showDay,
  showInstant,
  STORED,
  type Manners,
} from '../engine/glide/times/zones.ts'
import { formatInstant, parseInstant } from './calendar.ts'
import { isInstant } from './row-values.ts'

const DEFAULTS = {
  zone: { column: 'time_zone', property: 'glide.sys.default.tz' },
  dateFormat: { column: 'date_format', property: 'glide.sys.date_format' },
  timeFormat: { column: 'time_format', property: 'glide.sys.time_format' },
} as const

/** Time zone and patterns of a person, else those of the instance. A zone that nobody knows is UTC. */
export function mannersOf(user: Row | undefined, property: (name: string) => string | undefined): Manners {
  const choose = ({ column, property: name }: (typeof DEFAULTS)[keyof typeof DEFAULTS], otherwise: string) =>
    user?.[column] || property(name) || otherwise
  const zone = choose(DEFAULTS.zone, STORED.zone)
  return {
    zone: isZone(zone) ? zone : STORED.zone,
    dateFormat: choose(DEFAULTS.dateFormat, STORED.dateFormat),
    timeFormat: choose(DEFAULTS.timeFormat, STORED.timeFormat),
  }
}

/** Is this a column that people see in their own way? */
export const isShownByManners = (type: string): boolean => isInstant(type) || type === 'glide_date'

export function showTime(type: string, value: string, manners: Manners): string {
  const ms = parseInstant(value)
  if (value === '' || Number.isNaN(ms)) return value
  return isInstant(type) ? showInstant(ms, manners) : showDay(ms, manners)
}

/** What people typed, as it is stored; what has not their form may be in the stored one. */
export function readTime(type: string, shown: string, manners: Manners): string {
  const ms = isInstant(type) ? readInstant(shown, manners) : readDay(shown, manners)
  if (ms === undefined || Number.isNaN(ms)) return shown
  return isInstant(type) ? formatInstant(ms) : formatInstant(ms).slice(0, 10)
}

/** Whom something is shown to. */
export interface Viewer {
  readonly language: string
  readonly manners: Manners
}
