import { setTimeout as delay } from 'node:timers/promises'

import type { Logger } from 'pino'

import type { Database } from '../store/database.ts'
import {
  claimJobs,
  completeJob,
  failJob,
  type LeasedJob,
  renewLease,
  returnExpiredLeases,
} from '../store/lane-leases.ts'
import { delayBefore } from './backoff.ts'
import type { Tracing } from '../tracing/tracing.ts'
import type { JobResult, LaneHandler } from './lane-handler.ts'
import { inItsOwnContext } from './job-context.ts'

export interface LaneWorkerOptions {
  readonly database: Database
  readonly handlers: Readonly<Record<string, LaneHandler>>
  readonly log: Logger
  readonly now: () => Date
  readonly tracing?: Tracing | undefined
  /** Jobs at work at the same time. */
  readonly concurrency?: number
  readonly pollMs?: number
  /** A worker that dies gives its jobs back after this time at the latest. */
  readonly leaseMs?: number
}

export interface LaneWorker {
  /** There may be work: look now instead of at the next poll. */
  wake(): void
  /** Takes no more jobs and waits for those at work, at most `patienceMs`; what is left comes back by its lease. */
  stop(patienceMs?: number): Promise<void>
}

export function startLaneWorker(options: LaneWorkerOptions): LaneWorker {
  const { database, handlers, log, now, concurrency = 16, pollMs = 500, leaseMs = 10_000 } = options
  const atWork = new Map<string, { job: LeasedJob; finished: Promise<void> }>()
  const stopping = new AbortController()
  let rung = false
  let bell = new AbortController()

  const ring = () => {
    rung = true
    bell.abort()
  }

  const begin = (job: LeasedJob) => {
    const finished = runJob(options, job).finally(() => {
      atWork.delete(job.id)
      ring()
    })
    atWork.set(job.id, { job, finished })
  }

  const claim = async (): Promise<boolean> => {
    const limit = concurrency - atWork.size
    if (limit <= 0) return false
    const jobs = await claimJobs(database, { queues: Object.keys(handlers), limit, leaseMs, now: now() })
    for (const job of jobs) begin(job)
    // Fewer than asked for: no more are due now. What is enqueued from here on rings; what a clock brings, the next poll finds.
    return jobs.length === limit
  }

  const rest = async () => {
    if (!rung) await delay(pollMs, undefined, { signal: bell.signal }).catch(() => undefined)
    rung = false
    bell = new AbortController()
  }

  const work = async () => {
    while (!stopping.signal.aborted) {
      const found = await claim().catch((error: unknown) => log.error({ err: error }, 'claiming jobs failed'))
      if (!found) await rest()
    }
  }

  const keepLeases = async () => {
    const until = new Date(now().getTime() + leaseMs)
    await Promise.all([...atWork.values()].map(({ job }) => renewLease(database.db, job, until)))
    if ((await returnExpiredLeases(database.db, now())) > 0) ring()
  }
  const heart = setInterval(() => {
    keepLeases().catch((error: unknown) => log.error({ err: error }, 'renewing leases failed'))
  }, leaseMs / 3)

  const working = work()
  return {
    wake: ring,
    async stop(patienceMs = 12_000) {
      stopping.abort()
      ring()
      await working
      await Promise.race([Promise.all([...atWork.values()].map(({ finished }) => finished)), patience(patienceMs)])
      clearInterval(heart)
    },
  }
}

const patience = (ms: number) => delay(ms, undefined, { ref: false })

/** Never rejects: a database that is away leaves the job to its lease. */
async function runJob({ database, handlers, log, now, tracing }: LaneWorkerOptions, job: LeasedJob): Promise<void> {
  try {
    const result = await inItsOwnContext(job, tracing, () => attempt(handlers, job, log))
    const retryAt = result.done ? undefined : retryTime(handlers, job, result, now())
    const inTime = result.done ? await completeJob(database, job) : await failJob(database, job, result.error, retryAt)
    if (!result.done) logFailure(log, job, result.error, retryAt)
    if (!inTime) log.warn({ queue: job.queue, key: job.key, job: job.id }, 'a job took longer than its lease')
  } catch (error) {
    log.error({ err: error, queue: job.queue, key: job.key, job: job.id }, 'a job could not be marked')
  }
}

/** Trying again is the ordinary course of things; a dead job waits for a person. */
function logFailure(
  log: Logger,
  { id, queue, key, attempts }: LeasedJob,
  error: string,
  retryAt: Date | undefined,
): void {
  const facts = { job: id, queue, key, attempts: attempts + 1, error }
  if (retryAt === undefined) log.error(facts, 'a job has died; `accord jobs` shows it and runs it again')
  else log.info({ ...facts, retryAt: retryAt.toISOString() }, 'a job failed and is tried again')
}

async function attempt(handlers: LaneWorkerOptions['handlers'], job: LeasedJob, log: Logger): Promise<JobResult> {
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
  handlers: LaneWorkerOptions['handlers'],
  job: LeasedJob,
  result: JobResult & { done: false },
  now: Date,
): Date | undefined {
  const backoff = handlers[job.queue]?.backoff
  const delayMs = backoff && delayBefore(job.attempts + 1, backoff)
  if (delayMs === undefined) return undefined
  const earliest = Math.max(now.getTime(), result.notBefore?.getTime() ?? 0)
  const latest = result.notLaterThan?.getTime() ?? Infinity
  return new Date(Math.max(now.getTime(), Math.min(Math.max(now.getTime() + delayMs, earliest), latest)))
}
