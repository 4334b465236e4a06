import type { Backoff } from './backoff.ts'

export interface SerialQueueJob {
  readonly id: string
  readonly key: string
  readonly payload: unknown
  /** How often this job has failed before. */
  readonly attempts: number
}

/** `notBefore` and `notLaterThan` bound the moment of the next attempt, which the back-off chooses. */
export type JobResult =
  | { readonly done: true }
  | { readonly done: false; readonly error: string; readonly notBefore?: Date; readonly notLaterThan?: Date }

export const DONE: JobResult = { done: true }

/**
 * Does the work of one queue. It may run twice for one job (a worker can die after the work and before its mark), so
 * it must be safe to repeat. What it throws counts as a failure and is logged.
 */
export interface SerialQueueHandler {
  readonly backoff: Backoff
  run(job: SerialQueueJob): Promise<JobResult>
}
