import { setTimeout as delay } from 'node:timers/promises'

import { startBackgroundLoop } from '../background/background-loop.ts'
import type { Database } from '../store/engine/database.ts'
import { claimJobs, hasDueJobs, type LeasedJob } from '../store/jobs/leased-jobs.ts'
import { listLeases, renewLease, returnLease } from '../store/jobs/serial-queue-leases.ts'
import { JOB_DUE } from '../store/jobs/serial-queue-jobs.ts'
import { keepLeases } from './keep-leases.ts'
import { type JobParts, runJob } from './run-job.ts'

export interface SerialQueueWorkerOptions extends JobParts {
  /** Jobs at work at the same time. */
  readonly concurrency?: number
  readonly pollMs?: number
  /** A worker that dies gives its jobs back after this time at the latest. */
  readonly leaseMs?: number
}

export interface SerialQueueWorker {
  /** There may be work: look now instead of at the next poll. */
  wake(): void
  /** Takes no more jobs and waits for those at work, at most `timeoutMs`; what is left comes back by its lease. */
  stop(timeoutMs?: number): Promise<void>
}

interface JobAtWork {
  readonly job: LeasedJob
  readonly finished: Promise<void>
}
/** By the id of the job. */
type AtWork = ReadonlyMap<string, JobAtWork>

/**
 * Mode of a worker.
 * `roomy`: there is a place for everything that is due, so each serial queue goes on with its next job at once.
 * `short`: more may be due than there are places, so a job that ends gives its place to whoever has waited longest.
 * `stopping`: nothing more is taken; what is at work keeps its lease.
 * `stopped`: nothing is kept; what did not end comes back by its lease.
 */
type Mode = 'roomy' | 'short' | 'stopping' | 'stopped'

export function startSerialQueueWorker(options: SerialQueueWorkerOptions): SerialQueueWorker {
  const { database, handlers, log, now, concurrency = 16, pollMs = 500, leaseMs = 10_000 } = options
  const queues = Object.keys(handlers)
  const atWork = new Map<string, JobAtWork>()
  let mode: Mode = 'roomy'
  const isTaking = () => mode === 'roomy' || mode === 'short'
  const setShort = (isShort: boolean) => {
    if (isTaking()) mode = isShort ? 'short' : 'roomy'
  }
  const mayGoOn = () => mode === 'roomy'

  /** One job after another of a serial queue, as long as nobody waits for the place. */
  const work = async (job: LeasedJob): Promise<void> => {
    const next = await runJob(options, job, leaseMs, mayGoOn)
    atWork.delete(job.id)
    if (next) begin(next)
    if (mode === 'short') loop.wake()
  }
  const begin = (job: LeasedJob) => void atWork.set(job.id, { job, finished: work(job) })

  const claim = async (): Promise<void> => {
    const limit = concurrency - atWork.size
    setShort(limit <= 0)
    if (limit <= 0) return
    const jobs = await claimJobs(database, { queues, limit, leaseMs, now: now() })
    setShort(jobs.length === limit)
    for (const job of jobs) begin(job)
  }

  /** What is enqueued here wakes this worker; what another replica enqueued, and what a clock brings, is found by polling. */
  const loop = startBackgroundLoop({
    turn: async ({ isWoken }) => {
      if (isTaking() && (isWoken || (await hasDueJobs(database.db, queues, now())))) await claim()
      return pollMs
    },
    onFailure: (error) => {
      log.error({ err: error }, 'claiming jobs failed')
      return pollMs
    },
  })
  const heart = keepLeases({
    leaseMs,
    renew: () => renewLeases(database, atWork, new Date(now().getTime() + leaseMs)),
    list: () => listLeases(database.db, queues),
    giveBack: (dead) => returnLease(database.db, dead),
    onReturned: loop.wake,
    onFailure: (error) => log.error({ err: error }, 'renewing leases failed'),
  })

  const stopListening = database.onCommitted(JOB_DUE, ({ queue, dueAt }) => {
    if (queues.includes(queue) && dueAt <= now()) loop.wake()
  })
  return {
    wake: loop.wake,
    async stop(timeoutMs = 12_000) {
      mode = 'stopping'
      stopListening()
      await loop.stop()
      await Promise.race([Promise.all([...atWork.values()].map(({ finished }) => finished)), timeout(timeoutMs)])
      mode = 'stopped'
      void heart.stop()
    },
  }
}

const timeout = (ms: number) => delay(ms, undefined, { ref: false })

async function renewLeases(database: Database, atWork: AtWork, until: Date): Promise<void> {
  const jobs = [...atWork.values()].map(({ job }) => job)
  if (jobs.length === 0) return
  await database.transaction(async (transaction) => {
    for (const job of jobs) await renewLease(transaction, job, until)
  })
}
