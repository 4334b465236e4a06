import { listHeldPairs } from '../../store/sync/sync-pairs.ts'
import { changeStored } from '../items/change-stored.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { markDirty } from '../pairs/change-pair.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import type { Direction } from '../rules/index.ts'

/** Other rules may do what the ones before could not: what is in quarantine by them is tried again, each pair by itself. */
export async function retryHeld(
  context: SyncContext,
  connectionId: string,
  table: string,
  direction: Direction,
): Promise<void> {
  const held = await listHeldPairs(context.database.db, connectionId)
  // What is to be written runs through the outgoing rules as well: a message may be held by either script.
  const again = (pair: SyncPair) => retryIncoming(direction === 'incoming' ? pair : markDirty(pair))
  for (const { id } of held.filter((each) => each.table === table))
    await changeStored(context, id, ({ pair: before }) => {
      const pair = again(before)
      return pair === before ? undefined : { pair }
    })
}
