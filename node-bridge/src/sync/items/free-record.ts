import type { Db } from '../../store/engine/tables.ts'
import { releaseRecord } from '../../store/sync/paired-records.ts'
import { findPairsOfRecord } from '../../store/sync/sync-pairs.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

interface Place {
  readonly connectionId: string
  readonly table: string
  readonly recordId: string
}

/**
 * A record is in one pair of a connection at most. One that has ended lets it go, for ever: false where the record is in a
 * pair that goes on.
 */
export async function freeRecord(transaction: Db, { connectionId, table, recordId }: Place): Promise<boolean> {
  const pairs = (await findPairsOfRecord(transaction, table, recordId)).filter(
    (each) => each.connectionId === connectionId,
  )
  if (pairs.some(({ pair }) => !hasEnded(pair as SyncPair))) return false
  for (const { id } of pairs) await releaseRecord(transaction, id)
  return true
}
