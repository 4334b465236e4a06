import { setTimeout as delay } from 'node:timers/promises'

import { claimJobs, type LeasedJob } from '../store/jobs/leased-jobs.ts'
import { type JobParts, runJob } from './run-job.ts'

/** The jobs that a worker is at, each in a place of its own. */
export interface JobPlaces {
  isTaking(): boolean
  /** Takes what is due, as far as there are places. */
  fill(): Promise<void>
  atWork(): readonly LeasedJob[]
  /** From now on nothing more is taken; what is at work goes on. */
  close(): void
  /** Nobody is at work any more, or the time is over. */
  empty(timeoutMs: number): Promise<void>
}

/**
 * How the places are given away.
 * `roomy`: there is one for everything that is due, so each serial queue goes on with its next job at once.
 * `short`: more may be due than there are places, so a job that ends gives its place to whoever has waited longest.
 * `closed`: nothing more is taken.
 */
type Mode = 'roomy' | 'short' | 'closed'

interface PlaceParts extends JobParts {
  readonly queues: readonly string[]
  readonly concurrency: number
  readonly leaseMs: number
  /** A place has come free for which somebody may wait. */
  readonly onFree: () => void
}

export function createJobPlaces({ queues, concurrency, leaseMs, onFree, ...parts }: PlaceParts): JobPlaces {
  const { database, now } = parts
  const taken = new Map<string, { readonly job: LeasedJob; readonly finished: Promise<void> }>()
  let mode: Mode = 'roomy'
  const isTaking = () => mode !== 'closed'
  const setShort = (isShort: boolean) => {
    if (isTaking()) mode = isShort ? 'short' : 'roomy'
  }

  /** One job after another of a serial queue, as long as nobody waits for the place. */
  const work = async (job: LeasedJob): Promise<void> => {
    const next = await runJob(parts, job, leaseMs, () => mode === 'roomy')
    taken.delete(job.id)
    if (next) begin(next)
    if (mode === 'short') onFree()
  }
  const begin = (job: LeasedJob) => void taken.set(job.id, { job, finished: work(job) })

  return {
    isTaking,
    atWork: () => [...taken.values()].map(({ job }) => job),
    close: () => (mode = 'closed'),
    fill: async () => {
      const limit = concurrency - taken.size
      setShort(limit <= 0)
      if (limit <= 0) return
      const jobs = await claimJobs(database, { queues, limit, leaseMs, now: now() })
      setShort(jobs.length === limit)
      for (const job of jobs) begin(job)
    },
    empty: async (timeoutMs) => {
      const finished = [...taken.values()].map((each) => each.finished)
      await Promise.race([Promise.all(finished), delay(timeoutMs, undefined, { ref: false })])
    },
  }
}
