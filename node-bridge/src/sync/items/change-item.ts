import { randomUUID } from 'node:crypto'

import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'
import type { SyncItemDetail } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { listHeldPairs } from '../../store/sync-pairs.ts'
import { type Change, type Item, itemOf, saveItem } from './item.ts'
import { signerOf } from './parties.ts'
import type { SyncContext } from './sync-context.ts'
import { createMessage } from '../messages/message.ts'
import { retryOutgoing, unlinkPair } from '../pairs/change-pair.ts'
import { concludeIncoming, retryIncoming } from '../pairs/conclude-incoming.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import { readItem, requireItem } from './read-item.ts'

/** What waits for a person here is tried again, in both directions. Throws `sync_pair_unknown`, `state_conflict` where nothing waits. */
export const retryItem = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, async (_, { pair }) => {
    const retried = retry(pair)
    if (retried === pair) throw nothingWaits(pair)
    return { pair: retried }
  })

/** All of a connection. Answers how many. */
export async function retryItems(context: SyncContext, connectionId: string, actor: string): Promise<number> {
  const { database, epoch } = context
  if (!(await findConnection(database.db, connectionId))) throw new Refusal('connection_unknown')
  let count = 0
  for (const stored of await listHeldPairs(database.db, connectionId)) {
    const item = itemOf(stored, epoch)
    const pair = retry(item.pair)
    // Whoever writes it at the same moment goes on with it anyway.
    const isWritten =
      pair !== item.pair &&
      (await database.transaction((transaction) => saveItem(context, transaction, item, { pair, actor })))
    if (isWritten) count++
  }
  return count
}

const retry = (pair: SyncPair): SyncPair => {
  const outgoing = pair.fault ? retryOutgoing(pair) : pair
  return retryIncoming(outgoing)
}

/** The message of the other side is passed over. Throws `sync_pair_unknown`, `state_conflict` where none waits. */
export const skipItem = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, async (_, { pair }) => {
    if (pair.inbound?.phase !== 'quarantined') throw nothingWaits(pair)
    return { pair: concludeIncoming(pair, { outcome: 'skipped' }, context.now().getTime()) }
  })

/** Ends the pair; both records stay. Throws `sync_pair_unknown`, `state_conflict` where it has ended. */
export const unlinkItem = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, async (transaction, { pair, stored }) => {
    if (hasEnded(pair)) throw nothingWaits(pair)
    const { pair: ended, message } = unlinkPair(pair, randomUUID())
    const connection = await findConnection(transaction, stored.connectionId)
    if (!message || !connection) return { pair: ended }
    const parties = signerOf(context, connection)
    const outbound = await createMessage({
      ...parties,
      pair: stored.pairId,
      content: message,
      om: HUB_OBJECT_VERSIONS.max,
    })
    return { pair: ended, outbound }
  })

async function changeItem(
  context: SyncContext,
  itemId: string,
  actor: string,
  decide: (transaction: Db, item: Item) => Promise<Change>,
): Promise<SyncItemDetail> {
  const isWritten = await context.database.transaction(async (transaction) => {
    const item = await requireItem(context, transaction, itemId)
    return saveItem(context, transaction, item, { ...(await decide(transaction, item)), actor })
  })
  if (!isWritten) throw new Refusal('retry_later')
  return readItem(context, itemId)
}

const nothingWaits = ({ state }: SyncPair): Refusal =>
  new Refusal('state_conflict', 'Nothing of this pair waits for that now.', { facts: { state } })
