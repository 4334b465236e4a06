import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'

export const TERMINATE_QUEUE = 'terminate'

/** `since`: the peer is told for a bounded time from then on. */
export const enqueueTermination = (transaction: Db, connectionId: string, at: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: TERMINATE_QUEUE,
    key: connectionId,
    payload: { connectionId, since: at.getTime() },
    runAt: at,
  })
