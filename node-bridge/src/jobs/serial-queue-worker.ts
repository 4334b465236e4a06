import { startBackgroundLoop } from '../background/background-loop.ts'
import type { Database } from '../store/engine/database.ts'
import { hasDueJobs } from '../store/jobs/leased-jobs.ts'
import { type Lease, listLeases, renewLease, returnLease } from '../store/jobs/serial-queue-leases.ts'
import { JOB_DUE } from '../store/jobs/serial-queue-jobs.ts'
import { createJobPlaces } from './job-places.ts'
import { keepLeases } from './keep-leases.ts'
import type { JobParts } from './run-job.ts'

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

export function startSerialQueueWorker(options: SerialQueueWorkerOptions): SerialQueueWorker {
  const { database, handlers, log, now, concurrency = 16, pollMs = 500, leaseMs = 10_000 } = options
  const queues = Object.keys(handlers)
  const places = createJobPlaces({ ...options, queues, concurrency, leaseMs, onFree: () => loop.wake() })

  /** What is enqueued here wakes this worker; what another replica enqueued, and what a clock brings, is found by polling. */
  const loop = startBackgroundLoop({
    turn: async ({ isWoken }) => {
      if (places.isTaking() && (isWoken || (await hasDueJobs(database.db, queues, now())))) await places.fill()
      return pollMs
    },
    onFailure: (error) => {
      log.error({ err: error }, 'claiming jobs failed')
      return pollMs
    },
  })
  const heart = keepLeases({
    leaseMs,
    renew: () => renewLeases(database, places.atWork(), new Date(now().getTime() + leaseMs)),
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
      places.close()
      stopListening()
      await loop.stop()
      await places.empty(timeoutMs)
      void heart.stop()
    },
  }
}

async function renewLeases(database: Database, leases: readonly Lease[], until: Date): Promise<void> {
  if (leases.length === 0) return
  await database.transaction(async (transaction) => {
    for (const lease of leases) await renewLease(transaction, lease, until)
  })
}
