import { findConnection } from '../../store/connections/connections.ts'
import { findPairsOfRecord, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

/** Names of the connections with which this record is in a pair that both sides know. Only rules that ask for it pay for it. */
export async function findSyncedWith(
  { database: { db } }: Pick<SyncContext, 'database'>,
  { table, recordId }: Pick<StoredPair, 'table' | 'recordId'>,
  { source }: { readonly source: string },
): Promise<readonly string[]> {
  if (recordId === null || !source.includes('isUnderSync')) return []
  const pairs = await findPairsOfRecord(db, table, recordId)
  const ids = pairs.filter(({ pair }) => isUnderSync(pair as SyncPair)).map(({ connectionId }) => connectionId)
  const connections = await Promise.all([...new Set(ids)].map((id) => findConnection(db, id)))
  return connections.flatMap((connection) => (connection ? [connection.name] : []))
}

const isUnderSync = (pair: SyncPair): boolean =>
  !hasEnded(pair) && pair.state !== 'starting' && pair.state !== 'declined'
