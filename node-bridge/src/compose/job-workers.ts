import { JOB_QUEUES, type JobQueue } from '@accord/shared/protocol'
import type { Logger } from 'pino'

import type { ConnectionContext } from '../connections/connection-context.ts'
import type { InstanceClient } from '../instance/instance-client.ts'
import { runAsTheNode } from '../jobs/as-the-node.ts'
import { createQueueHandlers } from '../jobs/queue-handlers.ts'
import { startSerialQueueWorker } from '../jobs/serial-queue-worker.ts'
import type { FileContext } from '../sync/files/file-context.ts'
import type { NoticeContext } from '../notices/notice-context.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { type BackgroundPart, together } from './background.ts'
import { createJobHandlers } from './job-handlers.ts'

interface WorkerParts {
  readonly context: ConnectionContext
  readonly instance: InstanceClient
  readonly sync: FileContext
  readonly notices: NoticeContext
  readonly log: Logger
  readonly tracing: Tracing | undefined
}

/** Each queue has a worker of its own: an instance that hangs takes no place from a handshake, nor the other way round. */
export function createJobWorkers({ context, instance, sync, notices, log, tracing }: WorkerParts): BackgroundPart {
  const { database, now, pollOnly, contactEveryMs } = context
  const handlers = createQueueHandlers(createJobHandlers(context, instance, sync, notices), contactEveryMs)
  return together(
    JOB_QUEUES.map((queue) => ({
      start: () => {
        const worker = startSerialQueueWorker({
          database,
          handlers: { [queue]: runAsTheNode(handlers[queue]) },
          log,
          now,
          tracing,
          ...concurrencyOf(queue, pollOnly),
        })
        return () => worker.stop()
      },
    })),
  )
}

/** What a private node asks waits at the other side, each in a place of its own. */
const concurrencyOf = (queue: JobQueue, pollOnly: boolean) =>
  pollOnly && (queue === 'contact' || queue === 'collect' || queue === 'sync') ? { concurrency: 256 } : {}
