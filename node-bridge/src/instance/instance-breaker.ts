import type { ErrorCode } from '@accord/shared/protocol'

/** Until when an instance is not called, and why, in words for its admin. */
export interface Pause {
  readonly until: Date
  readonly code: ErrorCode
  readonly message: string
}

/** After so many calls that failed one after the other nobody calls for a while; then one call tries for all. */
const FAILURES = 5
const FIRST_MS = 5_000
/** One call in that time costs an instance that sleeps nothing, and once it is awake nobody waits longer. */
const LONGEST_MS = 30_000
/** So long at most one call tries, before another one may. */
const TRIAL_MS = 75_000

interface State {
  readonly url: string
  readonly failures: number
  readonly pause?: Pause
}

/** Calls of this process to the instance: it obeys what the instance asks for, and spares one that fails again and again. */
export interface Breaker {
  /** What stands in the way of a call now. After a pause one caller is let through, and the others wait for what becomes of it. */
  admit(url: string, now: Date): Pause | undefined
  /** The instance has asked to be left alone. */
  rest(url: string, pause: Pause): void
  succeed(url: string): void
  fail(url: string, now: Date, code: ErrorCode): void
  /** The instance has called us: it works, whatever failed before. What it has asked for stands. */
  trust(): void
  /** For people: the pause that stands. */
  current(now: Date): Pause | undefined
}

export function createBreaker(): Breaker {
  let state: State = { url: '', failures: 0 }
  const of = (url: string): State => (state.url === url ? state : { url, failures: 0 })
  return {
    admit: (url, now) => {
      const known = of(url)
      const { pause, failures } = known
      if (pause && pause.until > now) return pause
      if (pause && failures >= FAILURES) state = { ...known, pause: { ...pause, until: later(now, TRIAL_MS) } }
      return undefined
    },
    rest: (url, pause) => {
      const known = of(url)
      // Calls that were under way together may be answered with different times: the longest holds.
      if (!known.pause || known.pause.until < pause.until) state = { ...known, pause }
    },
    succeed: (url) => {
      if (state.url === url && (state.failures > 0 || state.pause)) state = { url, failures: 0 }
    },
    fail: (url, now, code) => {
      const failures = of(url).failures + 1
      if (failures < FAILURES) state = { ...of(url), failures }
      else {
        const until = later(now, Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - FAILURES)))
        const message = `${failures} calls of the instance have failed one after the other. It is tried again at ${until.toISOString()}; nothing is lost.`
        state = { url, failures, pause: { until, code, message } }
      }
    },
    trust: () => {
      if (state.failures >= FAILURES) state = { url: state.url, failures: 0 }
    },
    current: (now) => (state.pause && state.pause.until > now ? state.pause : undefined),
  }
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)
