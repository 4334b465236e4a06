import { withLogBindings } from '../tracing/log-context.ts'
import type { LeasedJob } from '../store/jobs/leased-jobs.ts'
import type { Tracing } from '../tracing/tracing.ts'
import type { JobResult } from './serial-queue-handler.ts'

/** Keys are ids of connections, some behind a word. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u

/** What a job logs, and the span that it opens, carry its ids; the span goes on where the one that enqueued it was. */
export async function inItsOwnContext(
  job: LeasedJob,
  tracing: Tracing | undefined,
  run: () => Promise<JobResult>,
): Promise<JobResult> {
  const { id, queue, key, attempts, traceparent } = job
  const connectionId = UUID.exec(key)?.[0]
  const bindings = { job: id, queue, ...(connectionId === undefined ? {} : { connectionId }) }
  if (!tracing) return withLogBindings(bindings, run)
  const span = tracing.begin({
    name: `job ${queue}`,
    kind: 'job',
    parent: traceparent ?? undefined,
    attributes: {
      'accord.queue': queue,
      'accord.job_id': id,
      'accord.job_attempts': attempts,
      ...(connectionId === undefined ? {} : { 'accord.connection_id': connectionId }),
    },
  })
  const result = await span.run(() => withLogBindings(bindings, run))
  span.end({}, result.done ? undefined : 'failed')
  return result
}
