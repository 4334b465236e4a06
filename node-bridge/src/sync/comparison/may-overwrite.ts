import { countOpenPairs, countToCompare, findComparison } from '../../store/sync/comparisons.ts'
import { beginComparison } from '../items/begin-comparison.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { goesOnByItself } from './threshold.ts'

/** So long what was agreed to holds for pairs that begin anew one by one. */
const AGREED_FOR_MS = 3_600_000

/**
 * May our record be overwritten by what the other side sent? Not after one of the two has lost its memory of the pair, before it is
 * known how many pairs differ. Where pairs have begun anew one by one, after a gap or since an instance was restored, they count as well.
 */
export async function mayOverwrite(context: SyncContext, { pair, stored: { connectionId } }: Item): Promise<boolean> {
  if (!pair.isComparing) return true
  const { database, now } = context
  const comparison = await findComparison(database.db, connectionId)
  if (comparison && comparison.state !== 'going_on') return false
  if (comparison?.decidedAt && now().getTime() - comparison.decidedAt.getTime() < AGREED_FOR_MS) return true
  const open = await countToCompare(database.db, connectionId)
  if (goesOnByItself(open, await countOpenPairs(database.db, connectionId))) return true
  await database.transaction((transaction) =>
    beginComparison(transaction, { connectionId, reason: 'forgotten' }, now()),
  )
  return false
}
