import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { findStoredPair, type StoredPair } from '../../store/sync/sync-pairs.ts'
import { postponeSending } from '../../store/sync/unsent-pairs.ts'
import { itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'

const FIRST_MS = 1000
const LONGEST_MS = 300_000

/**
 * What was sent and is not acknowledged yet waits, so that it stands in nobody's way; a question that was asked is asked later
 * again. Pairs that were written meanwhile say by themselves when they are due.
 */
export const postponeUnacknowledged = (
  context: SyncContext,
  sent: readonly StoredPair[],
  atLeastMs: number,
): Promise<void> =>
  context.database.transaction(async (transaction) => {
    await lockPairs(context.database, transaction, { ids: sent.map(({ id }) => id) })
    for (const { id, version } of sent) {
      const stored = await findStoredPair(transaction, id)
      if (stored?.version !== version) continue
      const item = itemOf(stored, context.epoch)
      if (item.pair.outbound?.phase === 'received')
        await saveItem(context, transaction, item, { pair: item.pair, hasAsked: true })
      else await postponeSending(transaction, stored, againAt(stored, context.now(), atLeastMs))
    }
  })

/** From a second to five minutes, the longer it has waited already: a tenth of its age. */
function againAt({ changedAt }: StoredPair, now: Date, atLeastMs: number): Date {
  const ageMs = now.getTime() - changedAt.getTime()
  return new Date(now.getTime() + Math.max(atLeastMs, Math.min(LONGEST_MS, Math.max(FIRST_MS, ageMs / 10))))
}
