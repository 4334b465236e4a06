import type { Db } from '../../store/engine/tables.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { type Change, type Item, itemOf, saveItem } from './item.ts'
import type { SyncContext } from './sync-context.ts'
import { untilSaved } from './until-saved.ts'

/** What shall become of a pair as it stands; undefined: nothing. */
export type Decide = (item: Item, transaction: Db) => Promise<Change | undefined> | Change | undefined

/**
 * Decides over a pair as it stands, and decides anew where somebody else wrote it at the same moment: an acknowledgement that
 * comes in between must not swallow what a person or new rules want of it. Answers whether anything was written. Throws
 * `retry_later` where others are faster again and again.
 */
export async function changeStored(context: SyncContext, itemId: string, decide: Decide): Promise<boolean> {
  const outcome = await untilSaved(() =>
    context.database.transaction(async (transaction) => {
      const stored = await findStoredPair(transaction, itemId)
      const item = stored && itemOf(stored, context.epoch)
      const change = item && (await decide(item, transaction))
      if (!item || !change) return 'unchanged'
      return (await saveItem(context, transaction, item, change)) && 'changed'
    }),
  )
  return outcome === 'changed'
}
