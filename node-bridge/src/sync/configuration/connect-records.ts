import { randomUUID } from 'node:crypto'

import type { ConnectRecordsRequest, SyncItemDetail } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { listHeldIds } from '../../store/sync/held-pairs.ts'
import { findPairByName, findStoredPair } from '../../store/sync/sync-pairs.ts'
import { findConfiguredTable, findTrigger } from '../../store/sync/sync-rules.ts'
import { findByKey } from '../../trackers/find-by-key.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import { changeStored } from '../items/change-stored.ts'
import { hasPeer } from '../items/ends.ts'
import { freeRecord } from '../items/free-record.ts'
import { inboundMessageOf } from '../items/inbound-message.ts'
import { addItem } from '../items/item.ts'
import { readItem } from '../items/read-item.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'
import { startPair } from '../pairs/sync-pair.ts'
import { type ConfigurationContext, findTracker } from './configuration-context.ts'

/** What is needed to connect records of a connection. */
export interface Connecting {
  readonly connection: ConnectionRecord
  readonly table: string
  readonly tracker: Tracker
}

/** Throws `connection_unknown`; `state_conflict` where the connection does not work, or nothing is configured. */
export async function requireConnectable(context: ConfigurationContext, connectionId: string): Promise<Connecting> {
  const { db } = context.database
  const connection = await findConnection(db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  const table = await findConfiguredTable(db, connectionId)
  const tracker = await findTracker(context)
  if (connection.state !== 'active' || !hasPeer(connection) || table === undefined || !tracker)
    throw new Refusal('state_conflict', 'Records are connected once the connection is active and sync is configured.')
  return { connection, table, tracker }
}

/**
 * A record here and one there become a pair, by what people call them. The other side decides for itself whether its record may
 * be connected; where it has named the same two before, this agrees. Throws `connection_unknown`; `state_conflict`;
 * `record_gone`, `lookup_ambiguous`, `access_missing`; `link_refused` for a record that is in a pair of this connection.
 */
export async function connectRecords(
  context: ConfigurationContext,
  connectionId: string,
  request: ConnectRecordsRequest,
): Promise<SyncItemDetail> {
  const connecting = await requireConnectable(context, connectionId)
  const found = await findByKey(connecting.tracker, connecting.table, request.localKey)
  if (found.kind === 'refused') throw new Refusal(found.code, found.message)
  return readItem(context, await connectFound(context, connecting, { ...request, recordId: found.id }))
}

/** The same for a record that was found. Answers the id of the pair. Throws `link_refused`. */
export async function connectFound(
  context: ConfigurationContext,
  { connection, table }: Connecting,
  { localKey, remoteKey, recordId, actor }: ConnectRecordsRequest & { readonly recordId: string },
): Promise<string> {
  const { database, epoch } = context
  const place = { connectionId: connection.id, table, recordId }
  const wanted = await findWanted(context, place, { localKey, remoteKey })
  if (wanted !== undefined) {
    await changeStored(context, wanted, ({ pair }) => ({ pair: retryIncoming(pair), recordId, actor }))
    return wanted
  }
  const pairId = randomUUID()
  return database.transaction(async (transaction) => {
    const trigger = await findTrigger(transaction, connection.id, table)
    const pair = startPair({ side: connection.side, epoch, target: remoteKey, history: trigger?.history })
    const isFree = await freeRecord(transaction, place)
    if (!isFree || !(await addItem(context, transaction, { ...place, pairId, pair, local: { key: localKey }, actor })))
      throw new Refusal('link_refused', `${localKey} is in a pair of this connection.`)
    return (await findPairByName(transaction, connection.id, pairId))?.id ?? ''
  })
}

/** So many are looked through. */
const MOST_WANTED = 500

/** The pair in which the other side has named the same two and waits for somebody here to agree. */
async function findWanted(
  { database, vault }: ConfigurationContext,
  { connectionId, table }: { readonly connectionId: string; readonly table: string },
  { localKey, remoteKey }: Pick<ConnectRecordsRequest, 'localKey' | 'remoteKey'>,
): Promise<string | undefined> {
  const held = { connectionId, cause: 'link_refused', after: '', limit: MOST_WANTED }
  for (const id of await listHeldIds(database.db, held)) {
    const stored = await findStoredPair(database.db, id)
    const claims = stored && inboundMessageOf(vault, stored)
    if (claims?.kind !== 'link' || stored?.table !== table) continue
    if (claims.target === localKey && claims.key === remoteKey) return id
  }
  return undefined
}
