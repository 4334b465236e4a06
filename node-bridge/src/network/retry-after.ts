const LONGEST_S = 3600

/** Whole seconds of a `Retry-After`, which is a number or a date (RFC 9110 §10.2.3), at most an hour. */
export function retryAfterOf(header: unknown, now: Date): number | undefined {
  if (typeof header !== 'string' && typeof header !== 'number') return undefined
  const text = String(header).trim()
  const seconds = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000
  return seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_S) : undefined
}
