import { enqueue } from '../jobs/job-table.ts'
import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import { pageConnectionIds } from '../store/connections/connection-scan.ts'
import type { Database } from '../store/engine/database.ts'

interface BackfillContext {
  readonly database: Database
  readonly now: () => Date
}

/**
 * An instance that was just paired has no rows yet: it is sent every connection. One page for each job: a pairing with a
 * hundred thousand connections must not hold the database while it speaks of them all.
 */
export async function runBackfill({ database, now }: BackfillContext, after: string): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    const { ids, next } = await pageConnectionIds(transaction, after)
    for (const connectionId of ids) await enqueue(transaction, 'callback', { connectionId }, now())
    if (next !== undefined) await enqueue(transaction, 'backfill', { after: next }, now())
  })
  return DONE
}
