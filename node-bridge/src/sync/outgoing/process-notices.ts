import { randomUUID } from 'node:crypto'

import type { CommentHistory, ItemCause } from '@accord/shared/sync'

import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { findPairsOfRecord, findStoredPair } from '../../store/sync/sync-pairs.ts'
import { listTriggers, type TriggerRecord } from '../../store/sync/sync-rules.ts'
import type { ChangeNotice } from '../../trackers/tracker.ts'
import { hasPeer } from '../items/ends.ts'
import { addItem, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { untilSaved } from '../items/until-saved.ts'
import { markDirty, noteScanned } from '../pairs/change-pair.ts'
import { startPair, type SyncPair } from '../pairs/sync-pair.ts'

/**
 * Records may have changed: their pairs are to be looked at, and a record that a trigger means begins one. All of them in one
 * transaction, so that the tracker may forget its notices after that.
 */
export const processNotices = (
  context: SyncContext,
  notices: readonly ChangeNotice[],
  cause?: ItemCause,
): Promise<void> =>
  context.database.transaction(async (transaction) => void (await noteRecords(context, transaction, notices, cause)))

/** The same in the transaction of somebody who has more to write with it. Answers how many pairs have begun. */
export async function noteRecords(
  context: SyncContext,
  transaction: Db,
  notices: readonly ChangeNotice[],
  cause: ItemCause = 'notice',
): Promise<number> {
  await lockPairs(context.database, transaction, { records: notices })
  const triggers = new Map((await listTriggers(transaction)).map((trigger) => [trigger.id, trigger]))
  let begun = 0
  for (const notice of notices) begun += await processNotice(context, transaction, notice, { triggers, cause })
  return begun
}

async function processNotice(
  context: SyncContext,
  transaction: Db,
  { table, id, version, triggers }: ChangeNotice,
  { triggers: known, cause }: { readonly triggers: ReadonlyMap<string, TriggerRecord>; readonly cause: ItemCause },
): Promise<number> {
  const pairs = await findPairsOfRecord(transaction, table, id)
  const notePair = (pair: SyncPair) => (version === undefined ? markDirty(pair) : noteScanned(pair, version))
  for (const { id: pairRow } of pairs)
    await untilSaved(async () => {
      const stored = await findStoredPair(transaction, pairRow)
      const item = stored && itemOf(stored, context.epoch)
      const pair = item && notePair(item.pair)
      return !item || !pair || pair === stored.pair || saveItem(context, transaction, item, { pair, cause })
    })
  const paired = pairs.map(({ connectionId }) => connectionId)
  const meant = new Map(
    triggers.flatMap((trigger) => {
      const { connectionId, history } = known.get(trigger) ?? {}
      return connectionId === undefined || paired.includes(connectionId) ? [] : [[connectionId, history]]
    }),
  )
  let begun = 0
  for (const [connectionId, history] of meant)
    begun += Number(await begin(context, transaction, { connectionId, table, recordId: id, history, cause }, paired))
  return begun
}

interface Beginning {
  readonly connectionId: string
  readonly table: string
  readonly recordId: string
  readonly history: CommentHistory | undefined
  readonly cause: ItemCause
}

async function begin(
  context: SyncContext,
  transaction: Db,
  { history, ...place }: Beginning,
  paired: readonly string[],
): Promise<boolean> {
  const connection = await findConnection(transaction, place.connectionId)
  if (connection?.state !== 'active' || !hasPeer(connection)) return false
  // What the other end of a local connection has made is the half of a pair already.
  if (connection.peerConnectionId !== null && paired.includes(connection.peerConnectionId)) return false
  const pair = startPair({ side: connection.side, epoch: context.epoch, history })
  return addItem(context, transaction, { ...place, pairId: randomUUID(), pair })
}
