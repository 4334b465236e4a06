import type { Logger } from 'pino'

import type { Database } from '../store/engine/database.ts'
import { completeAndClaimNext, failJob, type LeasedJob } from '../store/jobs/leased-jobs.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { delayBefore } from './backoff.ts'
import { inItsOwnContext } from './job-context.ts'
import type { JobResult, SerialQueueHandler } from './serial-queue-handler.ts'

export interface JobParts {
  readonly database: Database
  readonly handlers: Readonly<Record<string, SerialQueueHandler>>
  readonly log: Logger
  readonly now: () => Date
  readonly tracing?: Tracing | undefined
}

/** Answers the next job of the same serial queue where `mayGoOn` lets it. Never rejects: a database that is away leaves the job to its lease. */
export async function runJob(
  { database, handlers, log, now, tracing }: JobParts,
  job: LeasedJob,
  leaseMs: number,
  mayGoOn: () => boolean,
): Promise<LeasedJob | undefined> {
  try {
    const result = await inItsOwnContext(job, tracing, () => attempt(handlers, job, log))
    const retryAt = result.done ? undefined : retryTime(handlers, job, result, now())
    const { inTime, next } = result.done
      ? await completeAndClaimNext(database, job, mayGoOn() ? { leaseMs, now: now() } : undefined)
      : { inTime: await failJob(database, job, result.error, retryAt), next: undefined }
    if (!result.done) logFailure(log, job, result.error, retryAt)
    if (!inTime) log.warn({ queue: job.queue, key: job.key, job: job.id }, 'a job took longer than its lease')
    return next
  } catch (error) {
    log.error({ err: error, queue: job.queue, key: job.key, job: job.id }, 'a job could not be marked')
    return undefined
  }
}

/** Trying again is the ordinary course of things; a dead job waits for a person. */
function logFailure(
  log: Logger,
  { id, queue, key, attempts }: LeasedJob,
  error: string,
  retryAt: Date | undefined,
): void {
  const details = { job: id, queue, key, attempts: attempts + 1, error }
  if (retryAt === undefined) log.error(details, 'a job has died; `accord jobs` shows it and runs it again')
  else log.info({ ...details, retryAt: retryAt.toISOString() }, 'a job failed and is tried again')
}

async function attempt(handlers: JobParts['handlers'], job: LeasedJob, log: Logger): Promise<JobResult> {
  try {
    const handler = handlers[job.queue]
    if (!handler) throw new Error(`There is no handler for ${job.queue}`)
    return await handler.run(job)
  } catch (error) {
    log.error({ err: error, queue: job.queue, key: job.key, job: job.id }, 'a job threw')
    return { done: false, error: error instanceof Error ? error.message : String(error) }
  }
}

/** When to try again; undefined when the job is to die. */
function retryTime(
  handlers: JobParts['handlers'],
  job: LeasedJob,
  result: JobResult & { done: false },
  now: Date,
): Date | undefined {
  const backoff = result.unrecoverable ? undefined : handlers[job.queue]?.backoff
  const delayMs = backoff && delayBefore(job.attempts + 1, backoff)
  if (delayMs === undefined) return undefined
  const earliest = Math.max(now.getTime(), result.notBefore?.getTime() ?? 0)
  const latest = result.notLaterThan?.getTime() ?? Infinity
  return new Date(Math.max(now.getTime(), Math.min(Math.max(now.getTime() + delayMs, earliest), latest)))
}
