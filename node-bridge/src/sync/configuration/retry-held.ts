import { listHeldPairs } from '../../store/sync-pairs.ts'
import { itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { markDirty } from '../pairs/change-pair.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'
import type { Direction } from '../rules/index.ts'

/** Other rules may do what the ones before could not: what is in quarantine by them is tried again, each pair by itself. */
export async function retryHeld(
  context: SyncContext,
  connectionId: string,
  table: string,
  direction: Direction,
): Promise<void> {
  const { database, epoch } = context
  const held = await listHeldPairs(database.db, connectionId)
  for (const stored of held.filter((each) => each.table === table)) {
    const item = itemOf(stored, epoch)
    const pair = direction === 'incoming' ? retryIncoming(item.pair) : markDirty(item.pair)
    // Whoever writes it at the same moment runs the new rules anyway.
    if (pair !== item.pair) await database.transaction((transaction) => saveItem(context, transaction, item, { pair }))
  }
}
