import type { Backoff } from './backoff.ts'

export interface LaneJob {
  readonly id: string
  readonly key: string
  readonly payload: unknown
  /** How often this job has failed before. */
  readonly attempts: number
}

/** `notLaterThan` shortens the back-off: the next attempt comes at that moment at the latest. */
export type JobResult =
  { readonly done: true } | { readonly done: false; readonly error: string; readonly notLaterThan?: Date }

export const DONE: JobResult = { done: true }

/**
 * Does the work of one queue. It may run twice for one job (a worker can die after the work and before its mark), so
 * it must be safe to repeat. What it throws counts as a failure and is logged.
 */
export interface LaneHandler {
  readonly backoff: Backoff
  run(job: LaneJob): Promise<JobResult>
}
