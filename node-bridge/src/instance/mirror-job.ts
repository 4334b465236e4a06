import { z } from 'zod'

import { enqueueCallback } from '../jobs/enqueue-callback.ts'
import type { Backoff } from '../jobs/backoff.ts'
import { DONE, type SerialQueueHandler } from '../jobs/serial-queue-handler.ts'
import { pageConnectionIds } from '../store/connection-scan.ts'
import type { Database } from '../store/engine/database.ts'
import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'

/** An instance that was just paired has no mirror yet: it hears of every connection. */
export const MIRROR_QUEUE = 'mirror'
const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 60_000, attempts: Infinity }

const MirrorJob = z.object({ after: z.string() })

const enqueuePage = (transaction: Db, after: string, runAt: Date): Promise<void> =>
  enqueueJob(transaction, { queue: MIRROR_QUEUE, key: 'instance', payload: { after }, runAt })

/** In the transaction of the pairing: it stands if and only if the instance will hear of everything. */
export const enqueueMirror = (transaction: Db, runAt: Date): Promise<void> => enqueuePage(transaction, '', runAt)

/** One page for each job: a pairing with a hundred thousand connections must not hold the database while it speaks of them all. */
export const createMirrorHandler = ({
  database,
  now,
}: {
  readonly database: Database
  readonly now: () => Date
}): SerialQueueHandler => ({
  backoff: BACKOFF,
  run: async ({ payload }) => {
    const { after } = MirrorJob.parse(payload)
    await database.transaction(async (transaction) => {
      const { ids, next } = await pageConnectionIds(transaction, after)
      for (const id of ids) await enqueueCallback(transaction, id, now())
      if (next !== undefined) await enqueuePage(transaction, next, now())
    })
    return DONE
  },
})
