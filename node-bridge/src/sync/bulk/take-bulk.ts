import type { BulkStep } from '@accord/shared/sync'

import { recordAudit } from '../../audit/record-audit.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import type { Db } from '../../store/engine/tables.ts'
import { advanceBulk, type BulkRecord, changeBulkFrom, findBulk } from '../../store/sync/bulks.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { pageQueue } from '../../store/sync/queued-pairs.ts'
import { countDuePairs } from '../../store/sync/sync-claims.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { retryHere, unlinked } from '../items/change-item.ts'
import { type Change, type Item, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { concludeIncoming } from '../pairs/conclude-incoming.ts'
import { hasEnded } from '../pairs/pair-state.ts'

const PAGE = 50
/** So many pairs may be due before a page adds to them: what people change now does not stand behind it. */
const DUE_BEFORE = 100
const PAUSE_MS = 250

/** Somebody has paused or cancelled it while this page was taken, or another replica was faster: nothing of the page is done. */
class VoidPage extends Error {}

/**
 * One page of the pairs, and the next one is enqueued in the same transaction with how far it has come: whoever dies in between
 * leaves none out and takes none twice. Where somebody has paused or cancelled it nothing is done.
 */
export async function takeBulk(context: SyncContext, bulkId: string): Promise<JobResult> {
  const { database, now } = context
  const isBusy = (await countDuePairs(database.db, now(), DUE_BEFORE)) === DUE_BEFORE
  const turn = database.transaction(async (transaction) => {
    const bulk = await findBulk(transaction, bulkId)
    if (bulk?.state !== 'running') return
    if (!isBusy && !(await takePage(context, transaction, bulk))) return
    await enqueue(transaction, 'takeBulk', { bulkId }, new Date(now().getTime() + (isBusy ? PAUSE_MS : 0)))
  })
  await turn.catch((error: unknown) => {
    if (!(error instanceof VoidPage)) throw error
  })
  return DONE
}

/** False once there is no further page. */
async function takePage(context: SyncContext, transaction: Db, bulk: BulkRecord): Promise<boolean> {
  const { pairs, next } = await pageQueue(transaction, { ...bulk, limit: PAGE })
  await lockPairs(context.database, transaction, { ids: pairs.map(({ id }) => id) })
  let { changed } = bulk
  for (const { id } of pairs) changed += Number(await takePair(context, transaction, bulk, id))
  const come = { ...bulk, after: next, seen: bulk.seen + pairs.length, changed }
  // What this one has done is taken back with its transaction.
  if (!(await advanceBulk(transaction, bulk, come, context.now()))) throw new VoidPage()
  if (next) return true
  await conclude(context, transaction, come)
  return false
}

async function conclude({ now }: SyncContext, transaction: Db, bulk: BulkRecord): Promise<void> {
  const { id, step, total, seen, changed, beganBy } = bulk
  if (!(await changeBulkFrom(transaction, { id, from: ['running'], to: 'done', at: now() }))) return
  const details = { bulkId: id, total, seen, changed }
  await recordAudit(transaction, { at: now(), actor: beganBy, action: 'sync.bulkEnded', subject: step, details })
}

/** The row is locked: nobody else writes it meanwhile. What has happened to it before that nobody has seen. */
async function takePair(context: SyncContext, transaction: Db, bulk: BulkRecord, id: string): Promise<boolean> {
  const stored = await findStoredPair(transaction, id)
  if (!stored || stored.changedAt > bulk.unmovedSince) return false
  const item = itemOf(stored, context.epoch)
  const change = await CHANGES[bulk.step](context, transaction, item)
  return change !== undefined && saveItem(context, transaction, item, { ...change, actor: bulk.beganBy })
}

type Changing = (context: SyncContext, transaction: Db, item: Item) => Promise<Change | undefined>

/** The same as with a single pair; undefined where it does not wait for that. */
const CHANGES: Readonly<Record<BulkStep, Changing>> = {
  retry: async ({ now }, _transaction, { pair }) => {
    const retried = retryHere(pair, now().getTime())
    return retried === pair ? undefined : { pair: retried }
  },
  skip: async ({ now }, _transaction, { pair }) =>
    pair.inbound?.phase === 'quarantined'
      ? { pair: concludeIncoming(pair, { outcome: 'skipped' }, now().getTime()) }
      : undefined,
  unlink: async (context, transaction, item) =>
    hasEnded(item.pair) ? undefined : unlinked(context, transaction, item),
}
