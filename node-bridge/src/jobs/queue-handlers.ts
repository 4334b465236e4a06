import { JOB_QUEUES, type JobQueue } from '@accord/shared/protocol'

import type { Backoff } from './backoff.ts'
import { type JobName, type JobPayload, QUEUES, type ReadJob, readJob } from './job-table.ts'
import type { JobResult, SerialQueueHandler } from './serial-queue-handler.ts'

/** The handler of each job: a job without one does not compile. */
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayload<Name>) => Promise<JobResult> }

/** The handlers of all queues. `contactEveryMs`: between two contacts of a connection, on the average. */
export const createQueueHandlers = (
  handlers: JobHandlers,
  contactEveryMs: number,
): Readonly<Record<JobQueue, SerialQueueHandler>> =>
  Object.fromEntries(
    JOB_QUEUES.map((queue) => [
      queue,
      { backoff: backoffOf(queue, contactEveryMs), run: ({ payload }) => run(handlers, queue, payload) },
    ]),
  ) as Record<JobQueue, SerialQueueHandler>

function backoffOf(queue: JobQueue, contactEveryMs: number): Backoff {
  const { longestPauseMs } = QUEUES[queue]
  const ceilingMs = longestPauseMs === 'contactEveryMs' ? contactEveryMs : longestPauseMs
  return { firstMs: 1000, ceilingMs, attempts: Infinity }
}

/** No repetition makes sense of a payload that this release does not know: the job is dead, and a person reads why. */
async function run(handlers: JobHandlers, queue: JobQueue, stored: unknown): Promise<JobResult> {
  let job: ReadJob
  try {
    job = readJob(queue, stored)
  } catch (error) {
    return { done: false, unrecoverable: true, error: error instanceof Error ? error.message : String(error) }
  }
  const handle = handlers[job.name] as (payload: ReadJob['payload']) => Promise<JobResult>
  return handle(job.payload)
}
