/**
 * Turns an ISO time of the wire into what a date/time field stores: `yyyy-MM-dd HH:mm:ss` in UTC, without fractions.
 * Null and unreadable times become the empty value.
 */
export function glideTimeOf(iso: string | null): string {
  const match = iso === null ? null : /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso)
  return match ? `${match[1]} ${match[2]}` : ''
}
