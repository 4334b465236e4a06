import type { SyncItemList } from '@accord/shared/schemas'

import type { Db } from '../../store/engine/tables.ts'
import { countToCompare, findComparison } from '../../store/sync/comparisons.ts'
import { countHeld } from '../../store/sync/held-pairs.ts'

/** With which a pair waits for a person whose record would be overwritten. */
export const COMPARISON_CAUSE = 'comparison_differs'

/** How far the comparison of a connection's pairs has come; null where none goes on. */
export async function describeComparison(db: Db, connectionId: string): Promise<SyncItemList['comparison']> {
  const comparison = await findComparison(db, connectionId)
  if (!comparison || comparison.state === 'going_on') return null
  const { reason, state, beganAt, total } = comparison
  return {
    reason,
    state,
    beganAt: beganAt.toISOString(),
    total,
    open: await countToCompare(db, connectionId),
    differing: await countHeld(db, { connectionId, cause: COMPARISON_CAUSE }),
  }
}
