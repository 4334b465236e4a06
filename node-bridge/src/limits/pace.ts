/** `burst` at once, then one every `everyMs`. */
export interface Pace {
  readonly burst: number
  readonly everyMs: number
}

/**
 * One more: the time at which everything is paid for, to be remembered beside what was taken; or how long to wait.
 * `paidUntil`: what was remembered, null for nothing. A clock that was set back owes no more than the whole burst.
 */
export function takeAtPace(
  paidUntil: Date | null,
  { burst, everyMs }: Pace,
  now: Date,
): { readonly paidUntil: Date } | { readonly waitMs: number } {
  const wholeMs = burst * everyMs
  const owedMs = Math.min(wholeMs, Math.max(0, (paidUntil?.getTime() ?? 0) - now.getTime()))
  const waitMs = owedMs + everyMs - wholeMs
  return waitMs > 0 ? { waitMs } : { paidUntil: new Date(now.getTime() + owedMs + everyMs) }
}
