import { setTimeout as delay } from 'node:timers/promises'

import type { Logger } from 'pino'

import type { Database } from '../store/engine/database.ts'
import {
  claimJobs,
  completeAndClaimNext,
  failJob,
  hasDueJobs,
  type LeasedJob,
  listLeases,
  renewLease,
  returnLease,
} from '../store/serial-queue-leases.ts'
import { JOB_DUE } from '../store/serial-queue-jobs.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { delayBefore } from './backoff.ts'
import { inItsOwnContext } from './job-context.ts'
import type { JobResult, SerialQueueHandler } from './serial-queue-handler.ts'
import { createLeaseWatch } from './lease-watch.ts'

export interface SerialQueueWorkerOptions {
  readonly database: Database
  readonly handlers: Readonly<Record<string, SerialQueueHandler>>
  readonly log: Logger
  readonly now: () => Date
  readonly tracing?: Tracing | undefined
  /** Jobs at work at the same time. */
  readonly concurrency?: number
  readonly pollMs?: number
  /** A worker that dies gives its jobs back after this time at the latest. */
  readonly leaseMs?: number
}

export interface SerialQueueWorker {
  /** There may be work: look now instead of at the next poll. */
  wake(): void
  /** Takes no more jobs and waits for those at work, at most `patienceMs`; what is left comes back by its lease. */
  stop(patienceMs?: number): Promise<void>
}

export function startSerialQueueWorker(options: SerialQueueWorkerOptions): SerialQueueWorker {
  const { database, handlers, log, now, concurrency = 16, pollMs = 500, leaseMs = 10_000 } = options
  const queues = Object.keys(handlers)
  const findDead = createLeaseWatch()
  const atWork = new Map<string, { job: LeasedJob; finished: Promise<void> }>()
  const stopping = new AbortController()
  /** Lanes may be due for which there was no place: who finishes makes room instead of going on in its own lane. */
  let isShort = false
  let rung = true
  let bell = new AbortController()

  const ring = () => {
    rung = true
    bell.abort()
  }

  const mayGoOn = () => !isShort && !stopping.signal.aborted

  /** One job after another of a lane, as long as nobody waits for the place. */
  const work = async (job: LeasedJob): Promise<void> => {
    const next = await runJob(options, job, leaseMs, mayGoOn)
    atWork.delete(job.id)
    if (next) begin(next)
    if (isShort) ring()
  }
  const begin = (job: LeasedJob) => void atWork.set(job.id, { job, finished: work(job) })

  const claim = async (): Promise<void> => {
    const limit = concurrency - atWork.size
    isShort = limit <= 0
    if (isShort) return
    const jobs = await claimJobs(database, { queues, limit, leaseMs, now: now() })
    isShort = jobs.length === limit
    for (const job of jobs) begin(job)
  }

  /** What is enqueued here rings; what another replica enqueued, and what a clock brings, is found by looking. */
  const rest = async () => {
    if (!rung) await delay(pollMs, undefined, { signal: bell.signal }).catch(() => undefined)
    bell = new AbortController()
  }

  const look = async () => {
    while (!stopping.signal.aborted) {
      try {
        const isDue = rung || (await hasDueJobs(database.db, queues, now()))
        rung = false
        if (isDue) await claim()
      } catch (error) {
        log.error({ err: error }, 'claiming jobs failed')
      }
      await rest()
    }
  }

  const keepLeases = async () => {
    const until = new Date(now().getTime() + leaseMs)
    const jobs = [...atWork.values()].map(({ job }) => job)
    if (jobs.length > 0)
      await database.transaction(async (transaction) => {
        for (const job of jobs) await renewLease(transaction, job, until)
      })
    for (const lease of findDead(await listLeases(database.db, queues)))
      if (await returnLease(database.db, lease)) ring()
  }
  /** One beat after the other: looks that a slow database has held up must not follow each other at once. */
  const beat = async () => {
    await keepLeases().catch((error: unknown) => log.error({ err: error }, 'renewing leases failed'))
    if (!hasStopped) heart = setTimeout(beat, leaseMs / 3)
  }
  let hasStopped = false
  let heart = setTimeout(beat, leaseMs / 3)

  const stopListening = database.onCommitted(JOB_DUE, ({ queue, dueAt }) => {
    if (queues.includes(queue) && dueAt <= now()) ring()
  })
  const looking = look()
  return {
    wake: ring,
    async stop(patienceMs = 12_000) {
      stopping.abort()
      stopListening()
      ring()
      await looking
      await Promise.race([Promise.all([...atWork.values()].map(({ finished }) => finished)), patience(patienceMs)])
      hasStopped = true
      clearTimeout(heart)
    },
  }
}

const patience = (ms: number) => delay(ms, undefined, { ref: false })

/** Answers the next job of the lane where `mayGoOn` lets it. Never rejects: a database that is away leaves the job to its lease. */
async function runJob(
  { database, handlers, log, now, tracing }: SerialQueueWorkerOptions,
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
  const facts = { job: id, queue, key, attempts: attempts + 1, error }
  if (retryAt === undefined) log.error(facts, 'a job has died; `accord jobs` shows it and runs it again')
  else log.info({ ...facts, retryAt: retryAt.toISOString() }, 'a job failed and is tried again')
}

async function attempt(
  handlers: SerialQueueWorkerOptions['handlers'],
  job: LeasedJob,
  log: Logger,
): Promise<JobResult> {
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
  handlers: SerialQueueWorkerOptions['handlers'],
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
