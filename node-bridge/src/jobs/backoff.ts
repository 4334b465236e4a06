export interface Backoff {
  readonly firstMs: number
  readonly ceilingMs: number
  /** How many failures in all until the job is dead; Infinity for what must never be given up. */
  readonly attempts: number
}

/** Milliseconds until the next attempt after `failures` failures, or undefined once we give up. `jitter`: 0 to 1. */
export function delayBefore(
  failures: number,
  { firstMs, ceilingMs, attempts }: Backoff,
  jitter = Math.random(),
): number | undefined {
  if (failures >= attempts) return undefined
  const full = Math.min(ceilingMs, firstMs * 2 ** Math.max(0, failures - 1))
  return Math.round(full / 2 + (full / 2) * jitter)
}
