import { GlideDateTime } from '@servicenow/glide'

/**
 * Turns an ISO time of the wire into what a date/time field stores: `yyyy-MM-dd HH:mm:ss` in UTC, without fractions.
 * Null and unreadable times become the empty value.
 */
export function glideTimeOf(iso: string | null): string {
  const match = iso === null ? null : /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso)
  return match ? `${match[1]} ${match[2]}` : ''
}

/** The other way round; empty stays empty. */
export const isoOf = (glideTime: string | null): string => (glideTime ? `${glideTime.replace(' ', 'T')}Z` : '')

/** Milliseconds since 1970 on this instance's clock. */
export const nowMs = (): number => Number(new GlideDateTime().getNumericValue())

/** So long ago, as a date/time field stores it. */
export function glideTimeAgo(ms: number): string {
  const time = new GlideDateTime()
  time.subtract(ms)
  return time.getValue()
}

/** So long before a time that a date/time field stores. */
export function glideTimeBefore(time: string, ms: number): string {
  const before = new GlideDateTime(time)
  before.subtract(ms)
  return before.getValue()
}

/** This instance's clock as ISO time, in whole seconds as the platform stamps records. */
export const timeNow = (): string => isoOf(new GlideDateTime().getValue())
