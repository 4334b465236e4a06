import { enqueue } from '../../jobs/job-table.ts'
import type { Db } from '../../store/engine/tables.ts'
import { countHeld } from '../../store/sync/held-pairs.ts'
import { insertHeldRetry, type NewHeldRetry } from '../../store/sync/held-retries.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** Pairs in quarantine are tried again in the background, page by page. Answers how many they are now. */
export async function beginRetry(
  { now }: Pick<SyncContext, 'now'>,
  transaction: Db,
  wanted: Omit<NewHeldRetry, 'total'>,
): Promise<number> {
  const total = await countHeld(transaction, wanted)
  if (total === 0) return 0
  const retryId = await insertHeldRetry(transaction, { ...wanted, total })
  await enqueue(transaction, 'retryHeld', { connectionId: wanted.connectionId, retryId }, now())
  return total
}
