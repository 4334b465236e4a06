import { AsyncLocalStorage } from 'node:async_hooks'

const traces = new AsyncLocalStorage<string>()

/** `traceparent`: the W3C header of the span in which `work` runs. */
export const withTraceparent = <T>(traceparent: string, work: () => T): T => traces.run(traceparent, work)

/** The W3C `traceparent` of the span that is open here; undefined outside of one, and always while tracing is off. */
export const currentTraceparent = (): string | undefined => traces.getStore()

/** The id by which a log line is found from its trace. */
export const currentTraceId = (): string | undefined => currentTraceparent()?.split('-')[1]

/** What waits for a clock begins a trace of its own: contacts that follow one another would make one that never ends. */
const SAME_STORY_WITHIN_MS = 60_000

/** What a job that is due at `runAt` remembers of the trace in which it was made. */
export const traceparentForJob = (runAt: Date, now = Date.now()): string | null =>
  runAt.getTime() - now > SAME_STORY_WITHIN_MS ? null : (currentTraceparent() ?? null)
