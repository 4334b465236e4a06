/**
 * Instants as people see them: in a time zone, by patterns such as `dd.MM.yyyy` and `HH:mm:ss`. Pure arithmetic, used on both sides
 * of the host port.
 */
export interface Manners {
  /** Of the tz database: `Europe/Berlin`, `US/Pacific`. */
  readonly zone: string
  readonly dateFormat: string
  readonly timeFormat: string
}

export const STORED: Manners = { zone: 'UTC', dateFormat: 'yyyy-MM-dd', timeFormat: 'HH:mm:ss' }

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }) // prettier-ignore
  formatters.set(zone, made)
  return made
}

export function isZone(zone: string): boolean {
  try {
    return formatterOf(zone) !== undefined
  } catch {
    return false
  }
}

/** Milliseconds by which the zone's clocks are ahead of UTC at this instant. */
export function offsetAt(ms: number, zone: string): number {
  if (zone === 'UTC') return 0
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
}

/** What the clocks of the zone show, as if they were UTC. */
export const toLocal = (ms: number, zone: string): number => ms + offsetAt(ms, zone)

/** The instant at which the clocks of the zone show this; an hour that is skipped lies behind the gap. */
export function fromLocal(localMs: number, zone: string): number {
  const guess = localMs - offsetAt(localMs, zone)
  return localMs - offsetAt(guess, zone)
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

type Field = (at: Date) => string

const FIELDS: Readonly<Record<string, Field>> = {
  yyyy: (at) => pad(at.getUTCFullYear(), 4),
  yy: (at) => pad(at.getUTCFullYear() % 100),
  MM: (at) => pad(at.getUTCMonth() + 1),
  dd: (at) => pad(at.getUTCDate()),
  HH: (at) => pad(at.getUTCHours()),
  hh: (at) => pad(at.getUTCHours() % 12 || 12),
  h: (at) => String(at.getUTCHours() % 12 || 12),
  mm: (at) => pad(at.getUTCMinutes()),
  ss: (at) => pad(at.getUTCSeconds()),
  a: (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
}
const TOKEN = /yyyy|yy|MM|dd|HH|hh|h|mm|ss|a/g

const format = (localMs: number, pattern: string): string =>
  pattern.replace(TOKEN, (token) => FIELDS[token]?.(new Date(localMs)) ?? token)

export const showInstant = (ms: number, { zone, dateFormat, timeFormat }: Manners): string =>
  format(toLocal(ms, zone), `${dateFormat} ${timeFormat}`)

/** A day has no zone: only its pattern is the person's. */
export const showDay = (ms: number, { dateFormat }: Manners): string => format(ms, dateFormat)

const SHAPES: Readonly<Record<string, string>> = { yyyy: '(\\d{4})', yy: '(\\d{2})', a: '([AP]M)', h: '(\\d{1,2})' }
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Numbers by token; undefined when the text does not have the pattern's form. */
function readTokens(text: string, pattern: string): Map<string, string> | undefined {
  const tokens = pattern.match(TOKEN) ?? []
  const literals = pattern.split(TOKEN).map(escapeRegExp)
  const shapes = tokens.map((token) => SHAPES[token] ?? '(\\d{1,2})')
  const shape = literals.map((literal, index) => literal + (shapes[index] ?? '')).join('')
  const found = new RegExp(`^${shape}$`, 'i').exec(text.trim())
  return found ? new Map(tokens.map((token, index) => [token, found[index + 1] ?? ''])) : undefined
}

function hourOf(tokens: ReadonlyMap<string, string>): number {
  const half = tokens.get('a')?.toUpperCase()
  const hour = Number(tokens.get('HH') ?? tokens.get('hh') ?? tokens.get('h') ?? 0)
  return half === undefined ? hour : (hour % 12) + (half === 'PM' ? 12 : 0)
}

const LARGEST: Readonly<Record<string, number>> = { MM: 12, dd: 31, HH: 23, hh: 12, h: 12, mm: 59, ss: 59 }
const isOfACalendar = (tokens: ReadonlyMap<string, string>): boolean =>
  [...tokens].every(([token, text]) => Number(text) <= (LARGEST[token] ?? Infinity) || token === 'a')

/** The time that a text by a pattern means, as if it were UTC; undefined where it means none. */
export function readByPattern(text: string, pattern: string): number | undefined {
  const tokens = readTokens(text, pattern)
  if (!tokens || !isOfACalendar(tokens)) return undefined
  const number = (token: string) => Number(tokens.get(token) ?? 0)
  const year = tokens.has('yy') ? 2000 + number('yy') : number('yyyy')
  return Date.UTC(year, number('MM') - 1, number('dd'), hourOf(tokens), number('mm'), number('ss'))
}

/** The local time that a text by the person's patterns means, as if it were UTC. Without a time it is midnight. */
const readLocal = (text: string, { dateFormat, timeFormat }: Manners): number | undefined =>
  readByPattern(text, `${dateFormat} ${timeFormat}`) ?? readByPattern(text, dateFormat)

export function readInstant(text: string, manners: Manners): number | undefined {
  const local = readLocal(text, manners)
  return local === undefined ? undefined : fromLocal(local, manners.zone)
}

export const readDay = (text: string, manners: Manners): number | undefined => readLocal(text, manners)
