import type { QueueConnection, SyncQueue, SyncQueueQuery } from '@accord/shared/schemas'

import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findPairsByKey, listCausesOfAll, pageQueue } from '../../store/sync/queued-pairs.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import { listConfigured } from '../../store/sync/sync-rules.ts'
import { describeItem } from './describe-item.ts'
import { itemOf } from './item.ts'
import { placeText, readPlace } from './page-place.ts'
import type { SyncContext } from './sync-context.ts'

/** Nobody chooses out of more. */
const MOST_CONFIGURED = 100

/** What is not at rest on any connection, or the pairs of one key. Throws `malformed` for a place that is none. */
export async function listQueue(
  { database, vault, epoch, now }: SyncContext,
  query: SyncQueueQuery,
): Promise<SyncQueue> {
  const { db } = database
  const { pairs, next } = await findPairs(db, query, now())
  const causes = await listCausesOfAll(db)
  const configured = await listConfigured(db, MOST_CONFIGURED)
  const named = [configured, causes, pairs].flatMap((rows) => rows.map(({ connectionId }) => connectionId))
  return {
    items: pairs.map((stored) => describeItem(vault, itemOf(stored, epoch))),
    next,
    causes,
    connections: await nameConnections(db, named),
    tables: [...new Set(configured.map(({ table }) => table))].toSorted(),
  }
}

async function findPairs(
  db: Db,
  { key, after, unmovedMinutes, connectionId, table, cause, filter, limit }: SyncQueueQuery,
  now: Date,
): Promise<{ readonly pairs: readonly StoredPair[]; readonly next: string | null }> {
  if (key !== undefined) return { pairs: await findPairsByKey(db, keysOf(key)), next: null }
  const unmovedSince = unmovedMinutes === undefined ? undefined : new Date(now.getTime() - unmovedMinutes * 60_000)
  const asked = { filter, connectionId, table, cause, unmovedSince, after: readPlace(after), limit }
  const { pairs, next } = await pageQueue(db, asked)
  return { pairs, next: placeText(next) }
}

/** Numbers of records are capital letters, whatever somebody types. */
const keysOf = (typed: string): readonly string[] => [...new Set([typed.trim(), typed.trim().toUpperCase()])]

async function nameConnections(db: Db, ids: readonly string[]): Promise<QueueConnection[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => findConnection(db, id)))
  return found
    .filter((connection) => connection !== undefined)
    .map(({ id, name, remoteShortName }) => ({ id, name, remote: remoteShortName }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
