import type { Logger } from 'pino'

import type { ConnectionContext } from '../connections/connection-context.ts'
import { CONTACT_QUEUE } from '../connections/contact-schedule.ts'
import { createExpiryHandler, EXPIRY_QUEUE } from '../connections/expiry-job.ts'
import { createContactHandler } from '../contact/contact-job.ts'
import { createHandshakeHandler } from '../handshake/destination/handshake-job.ts'
import { runRekey } from '../handshake/destination/rekey-job.ts'
import { createCollectHandler } from '../handshake/private-source/collect-job.ts'
import { createCallbackHandler } from '../instance/callback-job.ts'
import type { InstanceClient } from '../instance/instance-client.ts'
import { createMirrorHandler, MIRROR_QUEUE } from '../instance/mirror-job.ts'
import { runAsTheNode } from '../jobs/as-the-node.ts'
import { COLLECT_QUEUE } from '../jobs/collect-queue.ts'
import { CALLBACK_QUEUE } from '../jobs/enqueue-callback.ts'
import { HANDSHAKE_QUEUE } from '../jobs/handshake-queue.ts'
import { KEYS_QUEUE } from '../jobs/keys-queue.ts'
import type { SerialQueueHandler } from '../jobs/serial-queue-handler.ts'
import { startSerialQueueWorker } from '../jobs/serial-queue-worker.ts'
import { TERMINATE_QUEUE } from '../jobs/terminate-queue.ts'
import { createKeysHandler } from '../key-rotation/keys-job.ts'
import { receiveKeys } from '../key-rotation/receive-keys.ts'
import { createTerminateHandler } from '../peer-calls/terminate-job.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { type BackgroundPart, together } from './background.ts'

interface WorkerParts {
  readonly context: ConnectionContext
  readonly instance: InstanceClient
  readonly log: Logger
  readonly tracing: Tracing | undefined
}

const handlersOf = ({ context, instance }: WorkerParts): Readonly<Record<string, SerialQueueHandler>> => ({
  [HANDSHAKE_QUEUE]: createHandshakeHandler(context),
  [EXPIRY_QUEUE]: createExpiryHandler(context),
  [CONTACT_QUEUE]: createContactHandler(context, receiveKeys),
  [COLLECT_QUEUE]: createCollectHandler(context),
  [KEYS_QUEUE]: createKeysHandler(context, runRekey),
  [TERMINATE_QUEUE]: createTerminateHandler(context),
  [MIRROR_QUEUE]: createMirrorHandler(context),
  [CALLBACK_QUEUE]: createCallbackHandler({ ...context, instance }),
})

/** Each queue has a worker of its own: an instance that hangs takes no place from a handshake, nor the other way round. */
export const createJobWorkers = (parts: WorkerParts): BackgroundPart =>
  together(
    Object.entries(handlersOf(parts)).map(([queue, handler]) => ({
      start: () => {
        const { context, log, tracing } = parts
        const { database, now, pollOnly } = context
        const handlers = { [queue]: runAsTheNode(handler) }
        const worker = startSerialQueueWorker({
          database,
          handlers,
          log,
          now,
          tracing,
          ...concurrencyOf(queue, pollOnly),
        })
        return () => worker.stop()
      },
    })),
  )

/** What a private node asks waits at the other side, each in a place of its own. */
const concurrencyOf = (queue: string, pollOnly: boolean) =>
  pollOnly && (queue === CONTACT_QUEUE || queue === COLLECT_QUEUE) ? { concurrency: 256 } : {}
