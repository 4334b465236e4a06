import type { SerialQueueHandler } from './serial-queue-handler.ts'
import { asTheNode } from '../audit/origin.ts'

/** A request may wake the serial queues; what they do is the node's own work all the same. */
export const runAsTheNode = ({ backoff, run }: SerialQueueHandler): SerialQueueHandler => ({
  backoff,
  run: (job) => asTheNode(() => run(job)),
})
