import type { ComparisonView } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { listHeldIds } from '../../store/sync/held-pairs.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { COMPARISON_CAUSE, describeComparison } from '../items/describe-comparison.ts'
import { itemOf } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** As many as a person reads; the list of pairs has all of them. */
const SHOWN = 50

/** How far a comparison has come, and which records differ by which paths; no value of either side. Throws `connection_unknown`. */
export async function readComparison(
  { database: { db }, epoch }: SyncContext,
  connectionId: string,
): Promise<ComparisonView> {
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const comparison = await describeComparison(db, connectionId)
  if (!comparison) return { comparison, records: [] }
  const ids = await listHeldIds(db, { connectionId, cause: COMPARISON_CAUSE, after: '', limit: SHOWN })
  return {
    comparison,
    records: (await Promise.all(ids.map((id) => findStoredPair(db, id)))).flatMap((stored) => {
      const pair = stored && itemOf(stored, epoch).pair
      if (!stored || pair?.inbound?.phase !== 'quarantined') return []
      const paths = [...(pair.inbound.fault.paths ?? [])]
      return [{ itemId: stored.id, localKey: stored.localKey, remoteKey: pair.remote?.key ?? null, paths }]
    }),
  }
}
