import { setTimeout as delay } from 'node:timers/promises'

import { claimJobs, hasDueJobs, type LeasedJob } from '../store/jobs/leased-jobs.ts'
import { listLeases, renewLease, returnLease } from '../store/jobs/serial-queue-leases.ts'
import { JOB_DUE } from '../store/jobs/serial-queue-jobs.ts'
import { createLeaseWatch } from './lease-watch.ts'
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
  const findDead = createLeaseWatch()
  const atWork = new Map<string, { job: LeasedJob; finished: Promise<void> }>()
  let mode: Mode = 'roomy'
  const isTaking = () => mode === 'roomy' || mode === 'short'
  const setShort = (isShort: boolean) => {
    if (isTaking()) mode = isShort ? 'short' : 'roomy'
  }
  let isWoken = true
  let wakeUp = new AbortController()

  const wake = () => {
    isWoken = true
    wakeUp.abort()
  }

  const mayGoOn = () => mode === 'roomy'

  /** One job after another of a serial queue, as long as nobody waits for the place. */
  const work = async (job: LeasedJob): Promise<void> => {
    const next = await runJob(options, job, leaseMs, mayGoOn)
    atWork.delete(job.id)
    if (next) begin(next)
    if (mode === 'short') wake()
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
  const rest = async () => {
    if (!isWoken) await delay(pollMs, undefined, { signal: wakeUp.signal }).catch(() => undefined)
    wakeUp = new AbortController()
  }

  const look = async () => {
    while (isTaking()) {
      try {
        const isDue = isWoken || (await hasDueJobs(database.db, queues, now()))
        isWoken = false
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
      if (await returnLease(database.db, lease)) wake()
  }
  /** Each heartbeat begins a fixed time after the one before has ended: a slow database must not make them follow at once. */
  const beat = async () => {
    await keepLeases().catch((error: unknown) => log.error({ err: error }, 'renewing leases failed'))
    if (mode !== 'stopped') heart = setTimeout(beat, leaseMs / 3)
  }
  let heart = setTimeout(beat, leaseMs / 3)

  const stopListening = database.onCommitted(JOB_DUE, ({ queue, dueAt }) => {
    if (queues.includes(queue) && dueAt <= now()) wake()
  })
  const looking = look()
  return {
    wake,
    async stop(timeoutMs = 12_000) {
      mode = 'stopping'
      stopListening()
      wake()
      await looking
      await Promise.race([Promise.all([...atWork.values()].map(({ finished }) => finished)), timeout(timeoutMs)])
      mode = 'stopped'
      clearTimeout(heart)
    },
  }
}

const timeout = (ms: number) => delay(ms, undefined, { ref: false })
