import { honest } from '../host.ts'
import { nowMs } from './clock.ts'
import { GlideDuration } from './duration.ts'
import { caller } from '../transaction.ts'
import { formatUtc, parseUtc } from './utc-text.ts'
import {
  fromLocal,
  offsetAt,
  readDay,
  readInstant,
  showDay,
  showInstant,
  STORED,
  toLocal,
  type Manners,
} from './zones.ts'

const manners = (): Manners => caller().manners

/** An instant; `…LocalTime` methods reckon by the clocks of the user's time zone, the others by UTC. */
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
    this.#error = ms === undefined ? `Invalid date time: '${text}', ignored` : ''
    if (ms !== undefined) this.#ms = ms
  }
  #read(text: string, way: Manners): void {
    const ms = readInstant(text, way)
    this.#error = ms === undefined ? `Could not parse DateTime: ${text}` : ''
    if (ms !== undefined) this.#ms = ms
  }
  /** In the user's zone and patterns. */
  setDisplayValue(text: unknown): void {
    this.#read(String(text), manners())
  }
  /** In the user's zone, by the platform's own pattern. */
  setDisplayValueInternal(text: unknown): void {
    this.#read(String(text), { ...STORED, zone: manners().zone })
  }
  setNumericValue(ms: unknown): void {
    this.#ms = Number(ms)
  }
  getValue(): string {
    return formatUtc(this.#ms)
  }
  getDisplayValue(): string {
    return showInstant(this.#ms, manners())
  }
  getDisplayValueInternal(): string {
    return showInstant(this.#ms, { ...STORED, zone: manners().zone })
  }
  getNumericValue(): number {
    return this.#ms
  }
  getDate(): GlideDateTime {
    return new GlideDate(formatUtc(this.#ms).slice(0, 10))
  }
  getLocalDate(): GlideDateTime {
    return new GlideDate(formatUtc(toLocal(this.#ms, manners().zone)).slice(0, 10))
  }
  getLocalTime(): GlideDateTime {
    return new GlideDateTime(formatUtc(toLocal(this.#ms, manners().zone)))
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
  /** Milliseconds. */
  getTZOffset(): number {
    return offsetAt(this.#ms, manners().zone)
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

/** A day without a time, and without a zone. */
export class GlideDate extends GlideDateTime {
  override getValue(): string {
    return super.getValue().slice(0, 10)
  }
  override getDisplayValue(): string {
    return showDay(this.getNumericValue(), manners())
  }
  override getDisplayValueInternal(): string {
    return this.getValue()
  }
  override setDisplayValue(text: unknown): void {
    const ms = readDay(String(text), manners())
    if (ms !== undefined) this.setNumericValue(ms)
  }
}

const METHODS_IN_TWO_ZONES = ['addDays', 'addWeeks', 'addMonths', 'addYears', 'getYear', 'getMonth', 'getDayOfMonth', 'getDayOfWeek', 'getDaysInMonth'] // prettier-ignore

type Method = (this: GlideDateTime, ...parts: unknown[]) => unknown

/** The same, reckoned by what the clocks of the user show. */
const byClocks = (method: Method): Method =>
  function (this: GlideDateTime, ...parts) {
    const { zone } = manners()
    const local = new GlideDateTime(toLocal(this.getNumericValue(), zone))
    const before = local.getNumericValue()
    const answer = method.apply(local, parts)
    if (local.getNumericValue() !== before) this.setNumericValue(fromLocal(local.getNumericValue(), zone))
    return answer
  }

const prototype = GlideDateTime.prototype as unknown as Record<string, Method | undefined>
for (const name of METHODS_IN_TWO_ZONES) {
  const method = prototype[name]
  prototype[`${name}UTC`] = method
  prototype[`${name}LocalTime`] = method && byClocks(method)
}

honest('GlideDateTime', GlideDateTime)
