import type { Refusal } from '../refusals/refusal.ts'
import type { Backoff } from './backoff.ts'

export interface SerialQueueJob {
  readonly id: string
  readonly key: string
  readonly payload: unknown
  /** How often this job has failed before. */
  readonly attempts: number
}

/**
 * `notBefore` and `notLaterThan` bound the moment of the next attempt, which the back-off chooses. `unrecoverable`: no attempt
 * would fare better, and the job is dead at once.
 */
export type JobResult =
  | { readonly done: true }
  | {
      readonly done: false
      readonly error: string
      readonly notBefore?: Date
      readonly notLaterThan?: Date
      readonly unrecoverable?: true
    }

export const DONE: JobResult = { done: true }

/** A refusal as the outcome of an attempt; the next one comes not before the time that it asks for. */
export const failedBy = ({ code, message, retryAfterS = 0 }: Refusal, now: Date) => ({
  done: false as const,
  error: `${code}: ${message}`,
  notBefore: new Date(now.getTime() + retryAfterS * 1000),
})

/**
 * Does the work of one queue. It may run twice for one job (a worker can die after the work and before its mark), so
 * it must be safe to repeat. What it throws counts as a failure and is logged.
 */
export interface SerialQueueHandler {
  readonly backoff: Backoff
  run(job: SerialQueueJob): Promise<JobResult>
}
