import { hasTrait } from '@accord/shared/protocol'

import { enqueue } from '../../jobs/job-table.ts'
import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import {
  changeComparison,
  type Comparison,
  countOpenPairs,
  countToCompare,
  findComparison,
  listOpenPairIds,
} from '../../store/sync/comparisons.ts'
import { countHeld } from '../../store/sync/held-pairs.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { countDuePairs } from '../../store/sync/sync-claims.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { COMPARISON_CAUSE } from '../items/describe-comparison.ts'
import { itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { beginRetry } from '../quarantine/begin-retry.ts'
import { afterTheirRestore } from '../pairs/begin-anew.ts'
import { goesOnByItself } from './threshold.ts'

const PAGE = 50
/** So many pairs may be due before a page adds to them: what people change now does not stand behind the comparison. */
const DUE_BEFORE = 200
const PAUSE_MS = 250
const LOOK_MS = 1000
/** While a person is awaited. */
const WAIT_MS = 10_000
/** Pairs of which the other side says nothing for so long are not awaited: its rules may send nothing of them. */
const SILENT_MS = 600_000

/**
 * One step of a comparison: a page of pairs begins anew, or what differs is counted. The next step is enqueued in the same transaction,
 * so that whoever dies in between leaves nothing out.
 */
export async function compareRecords(context: SyncContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  await database.transaction(async (transaction) => {
    const comparison = await findComparison(transaction, connectionId)
    const connection = await findConnection(transaction, connectionId)
    if (!comparison || comparison.state === 'going_on' || !connection || hasTrait(connection.state, 'gone')) return
    const pauseMs = comparison.state === 'beginning' ? await beginPage(context, transaction, comparison) : undefined
    const nextMs = pauseMs ?? (await decide(context, transaction, comparison))
    if (nextMs === undefined) return
    await enqueue(transaction, 'compareRecords', { connectionId }, new Date(now().getTime() + nextMs))
  })
  return DONE
}

/** Answers when the next step is due. */
async function beginPage(context: SyncContext, transaction: Db, comparison: Comparison): Promise<number> {
  const { database, now } = context
  if ((await countDuePairs(transaction, now(), DUE_BEFORE)) === DUE_BEFORE) return PAUSE_MS
  const { connectionId, after, total } = comparison
  const ids = await listOpenPairIds(transaction, { connectionId, after, limit: PAGE })
  await lockPairs(database, transaction, { ids })
  for (const id of ids) await beginPair(context, transaction, comparison, id)
  const isLast = ids.length < PAGE
  await changeComparison(transaction, comparison, {
    total: total + ids.length,
    after: ids.at(-1) ?? after,
    movedAt: now(),
    ...(isLast && { state: 'comparing' as const }),
  })
  return 0
}

/** The row is locked: nobody else writes it meanwhile. Of ours every pair of an earlier life begins anew by being read. */
async function beginPair(
  context: SyncContext,
  transaction: Db,
  { peerEpoch }: Comparison,
  pairRow: string,
): Promise<void> {
  const stored = await findStoredPair(transaction, pairRow)
  if (!stored) return
  const item = itemOf(stored, context.epoch)
  const pair = peerEpoch === null ? item.pair : afterTheirRestore(item.pair, peerEpoch)
  if (pair !== stored.pair) await saveItem(context, transaction, item, { pair })
}

/** Undefined once it goes on. */
async function decide(context: SyncContext, transaction: Db, comparison: Comparison): Promise<number | undefined> {
  const { connectionId, total, open: known, movedAt, state } = comparison
  const now = context.now()
  const open = await countToCompare(transaction, connectionId)
  const differing = await countHeld(transaction, { connectionId, cause: COMPARISON_CAUSE })
  // Pairs that were forgotten come back one by one.
  const pairs = differing === 0 ? total : Math.max(total, await countOpenPairs(transaction, connectionId))
  if (!goesOnByItself(differing, pairs)) {
    if (state === 'waiting') return WAIT_MS
    context.log.warn(
      { connectionId, differing, total },
      'records differ after a restore, and a person is to look at them',
    )
    await changeComparison(transaction, comparison, { state: 'waiting', open, movedAt: now })
    return WAIT_MS
  }
  const isSilent = open === known && now.getTime() - movedAt.getTime() >= SILENT_MS
  if (open === 0 || isSilent) return void (await goOn(context, transaction, comparison, null))
  if (open !== known || state === 'waiting')
    await changeComparison(transaction, comparison, { state: 'comparing', open, movedAt: now })
  return LOOK_MS
}

/** What differs is taken from now on, page by page; `actor`: who has agreed, null where little differs. */
export async function goOn(
  context: SyncContext,
  transaction: Db,
  comparison: Comparison,
  actor: string | null,
): Promise<void> {
  const { connectionId } = comparison
  await changeComparison(transaction, comparison, { state: 'going_on', decidedAt: context.now(), decidedBy: actor })
  const wanted = { connectionId, table: null, direction: null, cause: COMPARISON_CAUSE, actor }
  await beginRetry(context, transaction, wanted)
}
