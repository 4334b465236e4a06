import { SYNC_LIMITS } from '@accord/shared/sync'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findReadiness, noteReadiness } from '../../store/sync/sync-readiness.ts'
import { isConfigured } from '../../store/sync/sync-rules.ts'
import { beginComparison } from './begin-comparison.ts'
import type { SyncContext } from './sync-context.ts'

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

interface News {
  readonly said?: boolean | undefined
  readonly peer?: boolean | undefined
  /** No pair of the other side has a lower epoch. */
  readonly peerEpoch?: number | undefined
}

/**
 * Nothing is written where nothing has changed: most exchanges say the same. An epoch of the other side that has risen says that its
 * database was restored: from then on its pairs are compared before anything is overwritten.
 */
export async function keepReadiness(
  { database, epoch, now }: Pick<SyncContext, 'database' | 'epoch' | 'now'>,
  connectionId: string,
  news: News,
): Promise<void> {
  const known = await findReadiness(database.db, connectionId)
  const said = news.said !== undefined && news.said !== known.said ? { said: news.said } : {}
  const peer = news.peer !== undefined && news.peer !== known.peer ? { peer: news.peer } : {}
  const peerEpoch = hasRisen(known.peerEpoch, news.peerEpoch, epoch) ? { peerEpoch: news.peerEpoch } : {}
  const changed = { ...said, ...peer, ...peerEpoch }
  if (Object.keys(changed).length === 0) return
  await database.transaction(async (transaction) => {
    await noteReadiness(transaction, connectionId, changed)
    if (peerEpoch.peerEpoch === undefined || known.peerEpoch === null) return
    const restored = { connectionId, reason: 'restored_there', peerEpoch: peerEpoch.peerEpoch } as const
    await beginComparison(transaction, restored, now())
  })
}

/** One that lies further ahead than any clock explains is not believed. */
const hasRisen = (known: number | null, said: number | undefined, ours: number): said is number =>
  said !== undefined && said > (known ?? 0) && said - ours <= SYNC_LIMITS.epochsAhead
