import { honest } from '../host.ts'

const DAY = 86_400_000

/** A length of time; stored by the platform as the date that long after 1970-01-01. */
export class GlideDuration {
  #ms: number

  constructor(value: unknown = 0) {
    this.#ms = 0
    this.setValue(value)
  }
  setValue(value: unknown): void {
    if (value instanceof GlideDuration) this.#ms = value.#ms
    else if (typeof value === 'number') this.#ms = value
    else {
      const [, days, hours, minutes, seconds] = /^(?:(\d+) )?(\d{1,2}):(\d{2}):(\d{2})$/.exec(String(value)) ?? []
      const since1970 = Date.parse(`${String(value).replace(' ', 'T')}Z`)
      if (hours !== undefined)
        this.#ms = Number(days ?? 0) * DAY + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
      else if (!Number.isNaN(since1970)) this.#ms = since1970
    }
  }
  setDisplayValue(value: unknown): void {
    this.setValue(value)
  }
  getNumericValue(): number {
    return this.#ms
  }
  getDayPart(): number {
    return Math.floor(this.#ms / DAY)
  }
  /** Half a day is not yet the next one. */
  getRoundedDayPart(): number {
    return Math.ceil(this.#ms / DAY - 0.5)
  }
  getDurationValue(): string {
    const time = new Date(Math.abs(this.#ms) % DAY).toISOString().slice(11, 19)
    return `${this.getDayPart() > 0 ? `${this.getDayPart()} ` : ''}${time}`
  }
  getValue(): string {
    return new Date(this.#ms).toISOString().slice(0, 19).replace('T', ' ')
  }
  getDisplayValue(): string {
    const parts: [number, string][] = [
      [this.getDayPart(), 'Day'],
      [Math.floor(this.#ms / 3_600_000) % 24, 'Hour'],
      [Math.floor(this.#ms / 60_000) % 60, 'Minute'],
      [Math.floor(this.#ms / 1000) % 60, 'Second'],
    ]
    const words = parts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    return words.length === 0 ? '0 Seconds' : words.join(' ')
  }
  add(other: GlideDuration): GlideDuration {
    return new GlideDuration(this.#ms + other.#ms)
  }
  subtract(other: GlideDuration): GlideDuration {
    return new GlideDuration(this.#ms - other.#ms)
  }
  toString(): string {
    return this.getValue()
  }
}
honest('GlideDuration', GlideDuration)
