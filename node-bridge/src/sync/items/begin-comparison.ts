import type { ComparisonReason } from '@accord/shared/sync'

import { enqueue } from '../../jobs/job-table.ts'
import type { Db } from '../../store/engine/tables.ts'
import { replaceComparison } from '../../store/sync/comparisons.ts'

interface Beginning {
  readonly connectionId: string
  readonly reason: ComparisonReason
  /** The other side's epoch from which on its pairs are new; null: ours is. */
  readonly peerEpoch?: number
}

/** From here on nothing of this connection's pairs that begin anew is overwritten before it is known how many differ. */
export async function beginComparison(
  transaction: Db,
  { connectionId, reason, peerEpoch }: Beginning,
  now: Date,
): Promise<void> {
  await replaceComparison(transaction, { connectionId, reason, peerEpoch: peerEpoch ?? null, beganAt: now })
  await enqueue(transaction, 'compareRecords', { connectionId }, now)
}
