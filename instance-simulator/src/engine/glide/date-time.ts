import { honest } from './host.ts'
import { nowMs } from './clock.ts'
import { GlideDuration } from './duration.ts'

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}):(\d{2}))?$/

export function formatUtc(ms: number): string {
  const at = new Date(ms)
  const day = `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
  return `${day} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`
}

function parseUtc(text: string): number | undefined {
  const parts = PATTERN.exec(text.trim())
  if (!parts) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = parts
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

/** Date and time in UTC; the simulator's users and system live in UTC too, so local and UTC methods agree. */
export class GlideDateTime {
  #ms: number
  #error = ''

  constructor(value?: unknown) {
    // Seconds are the platform's grain: milliseconds of "now" are kept for getNumericValue only.
    this.#ms = nowMs()
    if (value !== undefined && value !== null && value !== '') this.setValue(value)
  }
  setValue(value: unknown): void {
    if (value instanceof GlideDateTime) this.#ms = value.#ms
    else if (typeof value === 'number') this.#ms = value
    else this.#set(String(value))
  }
  #set(text: string): void {
    const ms = parseUtc(text)
    this.#error = ms === undefined ? `Could not parse DateTime: ${text}` : ''
    if (ms !== undefined) this.#ms = ms
  }
  setDisplayValue(text: unknown): void {
    this.#set(String(text))
  }
  setDisplayValueInternal(text: unknown): void {
    this.#set(String(text))
  }
  setNumericValue(ms: unknown): void {
    this.#ms = Number(ms)
  }
  getValue(): string {
    return formatUtc(this.#ms)
  }
  getDisplayValue(): string {
    return formatUtc(this.#ms)
  }
  getDisplayValueInternal(): string {
    return formatUtc(this.#ms)
  }
  getNumericValue(): number {
    return this.#ms
  }
  getDate(): GlideDateTime {
    return new GlideDate(formatUtc(this.#ms).slice(0, 10))
  }
  getLocalDate(): GlideDateTime {
    return this.getDate()
  }
  add(amount: unknown): void {
    this.#ms += amount instanceof GlideDuration ? amount.getNumericValue() : Number(amount)
  }
  subtract(amount: unknown): void {
    this.#ms -= amount instanceof GlideDuration ? amount.getNumericValue() : Number(amount)
  }
  static subtract(start: GlideDateTime, end: GlideDateTime): GlideDuration {
    return new GlideDuration(end.#ms - start.#ms)
  }
  addSeconds(count: unknown): void {
    this.#ms += Number(count) * 1000
  }
  addDays(count: unknown): void {
    this.#ms += Number(count) * 86_400_000
  }
  addWeeks(count: unknown): void {
    this.addDays(Number(count) * 7)
  }
  /** The last day of a shorter month stays in that month. */
  addMonths(count: unknown): void {
    const at = new Date(this.#ms)
    const day = at.getUTCDate()
    at.setUTCDate(1)
    at.setUTCMonth(at.getUTCMonth() + Number(count))
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
    at.setUTCDate(Math.min(day, last))
    this.#ms = at.getTime()
  }
  addYears(count: unknown): void {
    this.addMonths(Number(count) * 12)
  }
  before(other: GlideDateTime): boolean {
    return this.#ms < other.#ms
  }
  after(other: GlideDateTime): boolean {
    return this.#ms > other.#ms
  }
  onOrBefore(other: GlideDateTime): boolean {
    return this.#ms <= other.#ms
  }
  onOrAfter(other: GlideDateTime): boolean {
    return this.#ms >= other.#ms
  }
  compareTo(other: GlideDateTime): number {
    return Math.sign(this.#ms - other.#ms)
  }
  equals(other: unknown): boolean {
    return new GlideDateTime(other).#ms === this.#ms
  }
  getYear(): number {
    return new Date(this.#ms).getUTCFullYear()
  }
  getMonth(): number {
    return new Date(this.#ms).getUTCMonth() + 1
  }
  getDayOfMonth(): number {
    return new Date(this.#ms).getUTCDate()
  }
  /** Monday is 1, Sunday 7. */
  getDayOfWeek(): number {
    return new Date(this.#ms).getUTCDay() || 7
  }
  getDaysInMonth(): number {
    const at = new Date(this.#ms)
    return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  }
  getTZOffset(): number {
    return 0
  }
  isValid(): boolean {
    return this.#error === ''
  }
  getErrorMsg(): string {
    return this.#error
  }
  toString(): string {
    return this.getValue()
  }
}

/** A day without a time. */
export class GlideDate extends GlideDateTime {
  override getValue(): string {
    return super.getValue().slice(0, 10)
  }
  override getDisplayValue(): string {
    return this.getValue()
  }
  override getDisplayValueInternal(): string {
    return this.getValue()
  }
}

const METHODS_IN_TWO_ZONES = ['addDays', 'addWeeks', 'addMonths', 'addYears', 'getYear', 'getMonth', 'getDayOfMonth', 'getDayOfWeek', 'getDaysInMonth'] // prettier-ignore
const prototype = GlideDateTime.prototype as unknown as Record<string, unknown>
for (const name of METHODS_IN_TWO_ZONES) {
  prototype[`${name}LocalTime`] = prototype[name]
  prototype[`${name}UTC`] = prototype[name]
}

honest('GlideDateTime', GlideDateTime)
