import { enqueue } from '../../jobs/job-table.ts'
import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import type { Db } from '../../store/engine/tables.ts'
import { listHeldIds } from '../../store/sync/held-pairs.ts'
import { advanceHeldRetry, deleteHeldRetry, findHeldRetry, type HeldRetry } from '../../store/sync/held-retries.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { countDuePairs } from '../../store/sync/sync-claims.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { COMPARISON_CAUSE } from '../items/describe-comparison.ts'
import { itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { retryHere } from '../items/change-item.ts'
import { agreeToDelete, DELETES_CAUSE } from '../pairs/agree-to-delete.ts'
import { markDirty } from '../pairs/change-pair.ts'
import { agreeToCompared } from '../pairs/compare-anew.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

const PAGE = 50
/** So many pairs may be due before a page adds to them: what people change now does not stand behind a quarantine that empties. */
const DUE_BEFORE = 100
const PAUSE_MS = 250

interface Retrying {
  readonly connectionId: string
  readonly retryId: string
}

/**
 * One page of pairs in quarantine is tried again, and the next one is enqueued in the same transaction: whatever dies in
 * between, each page is tried once, and none is left.
 */
export async function retryHeld(context: SyncContext, { connectionId, retryId }: Retrying): Promise<JobResult> {
  const { database, now } = context
  const isBusy = (await countDuePairs(database.db, now(), DUE_BEFORE)) === DUE_BEFORE
  await database.transaction(async (transaction) => {
    const retry = await findHeldRetry(transaction, retryId)
    if (!retry) return
    if (!isBusy && !(await retryPage(context, transaction, retry))) return
    const runAt = new Date(now().getTime() + (isBusy ? PAUSE_MS : 0))
    await enqueue(transaction, 'retryHeld', { connectionId, retryId }, runAt)
  })
  return DONE
}

/** False once there is no further page. */
async function retryPage(context: SyncContext, transaction: Db, retry: HeldRetry): Promise<boolean> {
  const { id, connectionId, cause, after, done } = retry
  const ids = await listHeldIds(transaction, { connectionId, cause, after, limit: PAGE })
  await lockPairs(context.database, transaction, { ids })
  for (const pairRow of ids) await retryPair(context, transaction, retry, pairRow)
  const last = ids.at(-1)
  if (last === undefined || ids.length < PAGE) {
    await deleteHeldRetry(transaction, id)
    return false
  }
  await advanceHeldRetry(transaction, { id, after: last, done: done + ids.length })
  return true
}

/** The row is locked: nobody else writes it meanwhile. */
async function retryPair(context: SyncContext, transaction: Db, retry: HeldRetry, pairRow: string): Promise<void> {
  const stored = await findStoredPair(transaction, pairRow)
  if (!stored || (retry.table !== null && stored.table !== retry.table)) return
  const item = itemOf(stored, context.epoch)
  const pair = again(retry, item.pair, context.now().getTime())
  if (pair === item.pair) return
  const by = retry.actor === null ? ({ cause: 'rules' } as const) : { actor: retry.actor }
  await saveItem(context, transaction, item, { pair, ...by })
}

/**
 * Other rules may do what the ones before could not. What is to be written runs through the outgoing rules as well: a message
 * may be held by either script.
 */
function again({ direction, cause }: HeldRetry, pair: SyncPair, nowMs: number): SyncPair {
  // Whoever wants these tried again agrees to what the comparison has shown.
  if (cause === COMPARISON_CAUSE) return agreeToCompared(pair)
  if (cause === DELETES_CAUSE) return agreeToDelete(pair)
  if (direction === null) return retryHere(pair, nowMs)
  return retryIncoming(direction === 'incoming' ? pair : markDirty(pair))
}
