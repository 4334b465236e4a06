import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'

export const CALLBACK_QUEUE = 'callback'

/** The callback reads the newest state when it is sent, so one that waits stands for all. */
export const enqueueCallback = (transaction: Db, connectionId: string, runAt: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: CALLBACK_QUEUE,
    key: connectionId,
    payload: { connectionId },
    runAt,
    coalesce: true,
  })
