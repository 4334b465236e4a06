import { randomUUID } from 'node:crypto'

import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'
import type { SyncItemDetail } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { changeStored } from './change-stored.ts'
import type { Change, Item } from './item.ts'
import { signerOf } from './parties.ts'
import type { SyncContext } from './sync-context.ts'
import { createMessage } from '../messages/message.ts'
import { agreeToDelete } from '../pairs/agree-to-delete.ts'
import { markDirty, retryOutgoing, unlinkPair } from '../pairs/change-pair.ts'
import { agreeToCompared, isHeldByComparison } from '../pairs/compare-anew.ts'
import { concludeIncoming, retryIncoming } from '../pairs/conclude-incoming.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import { retryFilesOf } from './pair-files.ts'
import { readItem } from './read-item.ts'

/** What waits for a person here is tried again, in both directions. Throws `sync_pair_unknown`, `state_conflict` where nothing waits. */
export const retryItem = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, async ({ pair, stored }, transaction) => {
    // Who looks at one pair and retries it agrees for this one.
    const retried = retryHere(agreeToDelete(agreeToCompared(pair)), context.now().getTime())
    const hasFiles = !hasEnded(pair) && (await retryFilesOf(context, transaction, stored))
    if (retried === pair && !hasFiles) throw nothingWaits(pair)
    return { pair: retried }
  })

/** Our record is looked at as after a notice, and what waits here is tried again. Throws `sync_pair_unknown`, `state_conflict` where the pair has ended. */
export const syncItemNow = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, async ({ pair, stored }, transaction) => {
    if (hasEnded(pair)) throw nothingWaits(pair)
    await retryFilesOf(context, transaction, stored)
    return { pair: markDirty(retryHere(pair, context.now().getTime())) }
  })

/** What waits here, in both directions; the same pair where nothing does. What a comparison holds waits for its own consent. */
export const retryHere = (pair: SyncPair, nowMs: number): SyncPair => {
  const outgoing = pair.fault ? retryOutgoing(pair, nowMs) : pair
  return isHeldByComparison(pair) ? outgoing : retryIncoming(outgoing)
}

/** The message of the other side is passed over. Throws `sync_pair_unknown`, `state_conflict` where none waits. */
export const skipItem = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, ({ pair }) => {
    if (pair.inbound?.phase !== 'quarantined') throw nothingWaits(pair)
    return { pair: concludeIncoming(pair, { outcome: 'skipped' }, context.now().getTime()) }
  })

/** Ends the pair; both records stay. Throws `sync_pair_unknown`, `state_conflict` where it has ended. */
export const unlinkItem = (context: SyncContext, itemId: string, actor: string): Promise<SyncItemDetail> =>
  changeItem(context, itemId, actor, (item, transaction) => {
    if (hasEnded(item.pair)) throw nothingWaits(item.pair)
    return unlinked(context, transaction, item)
  })

/** The pair ended, with the message that says so where the other side knows it. */
export async function unlinked(context: SyncContext, transaction: Db, { pair, stored }: Item): Promise<Change> {
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
}

async function changeItem(
  context: SyncContext,
  itemId: string,
  actor: string,
  decide: (item: Item, transaction: Db) => Promise<Change> | Change,
): Promise<SyncItemDetail> {
  await changeStored(context, itemId, async (item, transaction) => ({ ...(await decide(item, transaction)), actor }))
  return readItem(context, itemId)
}

const nothingWaits = ({ state }: SyncPair): Refusal =>
  new Refusal('state_conflict', 'Nothing of this pair waits for that now.', { facts: { state } })
