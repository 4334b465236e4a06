import type { ComparisonView } from '@accord/shared/schemas'

import { recordAudit } from '../../audit/record-audit.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findComparison } from '../../store/sync/comparisons.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { goOn } from './compare-records.ts'
import { readComparison } from './read-comparison.ts'

/**
 * A person has seen what differs and lets it be overwritten, as the rules of a conflict say. Throws `connection_unknown`,
 * `state_conflict` where nothing waits for that.
 */
export async function goOnComparing(
  context: SyncContext,
  connectionId: string,
  actor: string,
): Promise<ComparisonView> {
  const { database, now } = context
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  await database.transaction(async (transaction) => {
    const comparison = await findComparison(transaction, connectionId)
    if (comparison?.state !== 'waiting') throw new Refusal('state_conflict', 'No comparison waits for that now.')
    await goOn(context, transaction, comparison, actor)
    await recordAudit(transaction, {
      at: now(),
      actor,
      action: 'sync.compared',
      subject: connection.name,
      details: { connectionId, reason: comparison.reason },
    })
  })
  return readComparison(context, connectionId)
}
