import { enqueue } from '../../jobs/job-table.ts'
import type { Db } from '../../store/engine/tables.ts'
import { makePairsDue } from '../../store/sync/sync-claims.ts'
import type { SyncContext } from './sync-context.ts'

/** A connection works, perhaps again, or has other rules: what was put off is due, here and at the other side. */
export async function resumePairs(
  { now, pollOnly }: SyncContext,
  transaction: Db,
  connectionId: string,
): Promise<void> {
  await makePairsDue(transaction, connectionId, now())
  await enqueue(transaction, 'sendExchange', { connectionId }, now())
  if (pollOnly) await enqueue(transaction, 'pollExchange', { connectionId }, now())
}
