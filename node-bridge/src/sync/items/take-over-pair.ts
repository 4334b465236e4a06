import { randomUUID } from 'node:crypto'

import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Db } from '../../store/engine/tables.ts'
import { releaseRecord } from '../../store/sync/paired-records.ts'
import { findPairsOfRemote } from '../../store/sync/sync-pairs.ts'
import { createMessage } from '../messages/message.ts'
import { unlinkPair } from '../pairs/change-pair.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { RemoteRecord } from '../pairs/sync-pair.ts'
import { itemOf, saveItem } from './item.ts'
import { signerOf } from './parties.ts'
import type { SyncContext } from './sync-context.ts'

/** Our record, and what was known of it. */
export interface TakenOver {
  readonly table: string
  readonly recordId: string
  readonly local?: { readonly key: string; readonly url?: string }
}

/**
 * A record of the other side is in one pair of a connection. Where a new pair begins with one that is in another pair already, the other
 * side has forgotten that: its half here is the half of the new pair, and no second record is made. The old pair ends at both sides.
 * `contended`: the old pair was written at the same moment, and nothing was done.
 */
export async function takeOverPair(
  context: SyncContext,
  transaction: Db,
  connection: ConnectionRecord,
  record: RemoteRecord | undefined,
): Promise<TakenOver | 'contended' | undefined> {
  if (!record) return undefined
  for (const stored of await findPairsOfRemote(transaction, connection.id, record.key)) {
    const item = itemOf(stored, context.epoch)
    const { recordId, table, localKey, localUrl } = stored
    if (recordId === null || hasEnded(item.pair) || item.pair.remote?.type !== record.type) continue
    const { pair, message } = unlinkPair(item.pair, randomUUID())
    const parties = signerOf(context, connection)
    const outbound =
      message &&
      (await createMessage({ ...parties, pair: stored.pairId, content: message, om: HUB_OBJECT_VERSIONS.max }))
    if (!(await saveItem(context, transaction, item, { pair, ...(outbound !== undefined && { outbound }) })))
      return 'contended'
    await releaseRecord(transaction, stored.id)
    const local = localKey !== null && { key: localKey, ...(localUrl !== null && { url: localUrl }) }
    return { table, recordId, ...(local && { local }) }
  }
  return undefined
}
