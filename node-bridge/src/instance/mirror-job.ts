import { enqueue } from '../jobs/job-table.ts'
import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import { pageConnectionIds } from '../store/connection-scan.ts'
import type { Database } from '../store/engine/database.ts'

interface MirrorContext {
  readonly database: Database
  readonly now: () => Date
}

/**
 * An instance that was just paired has no mirror yet: it hears of every connection. One page for each job: a pairing with a
 * hundred thousand connections must not hold the database while it speaks of them all.
 */
export async function runMirror({ database, now }: MirrorContext, after: string): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    const { ids, next } = await pageConnectionIds(transaction, after)
    for (const connectionId of ids) await enqueue(transaction, 'callback', { connectionId }, now())
    if (next !== undefined) await enqueue(transaction, 'mirror', { after: next }, now())
  })
  return DONE
}
