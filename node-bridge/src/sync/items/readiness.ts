import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Database } from '../../store/engine/database.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findReadiness, noteReadiness } from '../../store/sync/sync-readiness.ts'
import { isConfigured } from '../../store/sync/sync-rules.ts'

/** This side has published rules for both directions, and a trigger is active. */
export const isSyncReady = (db: Db, connectionId: string): Promise<boolean> => isConfigured(db, connectionId)

/** The same of the other side, as it has said; null where it has not yet. */
export async function findPeerReadiness(
  db: Db,
  { id, peerConnectionId }: Pick<ConnectionRecord, 'id' | 'peerConnectionId'>,
): Promise<boolean | null> {
  return peerConnectionId === null ? (await findReadiness(db, id)).peer : isConfigured(db, peerConnectionId)
}

/** Is there something new to say of this side? */
export async function isReadinessUnsaid(db: Db, connectionId: string): Promise<boolean> {
  const { said } = await findReadiness(db, connectionId)
  // Whoever has never been ready says nothing of it.
  return (said ?? false) !== (await isSyncReady(db, connectionId))
}

/** Nothing is written where nothing has changed: most exchanges say the same. */
export async function keepReadiness(
  database: Database,
  connectionId: string,
  news: { readonly said?: boolean | undefined; readonly peer?: boolean | undefined },
): Promise<void> {
  const known = await findReadiness(database.db, connectionId)
  const said = news.said !== undefined && news.said !== known.said ? { said: news.said } : {}
  const peer = news.peer !== undefined && news.peer !== known.peer ? { peer: news.peer } : {}
  const changed = { ...said, ...peer }
  if (Object.keys(changed).length === 0) return
  await database.transaction((transaction) => noteReadiness(transaction, connectionId, changed))
}
