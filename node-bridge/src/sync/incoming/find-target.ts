import { findPairsOfRecord } from '../../store/sync/sync-pairs.ts'
import { listTriggers } from '../../store/sync/sync-rules.ts'
import { findByKey } from '../../trackers/find-by-key.ts'
import type { ReadRecord, Tracker, TrackerRefusal } from '../../trackers/tracker.ts'
import { freeRecord } from '../items/free-record.ts'
import { inboundMessageOf } from '../items/inbound-message.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'

const refuse = (message: string): TrackerRefusal => ({ kind: 'refused', code: 'link_refused', message })

/** The other side names a record of ours that shall be the other half: the pair is given it, or why not. */
export async function findTarget(
  { database, vault }: SyncContext,
  tracker: Tracker,
  item: Item,
): Promise<Item | TrackerRefusal> {
  const { stored, pair } = item
  if (pair.inbound?.kind !== 'link' || stored.recordId !== null) return item
  const claims = inboundMessageOf(vault, stored)
  if (claims?.kind !== 'link') return item
  const { connectionId, table } = stored
  const found = await findByKey(tracker, table, claims.target)
  if (found.kind === 'refused') return found
  const place = { connectionId, table, recordId: found.id }
  if (!(await database.transaction((transaction) => freeRecord(transaction, place))))
    return refuse(`${claims.target} is in another pair of this connection.`)
  return { pair, stored: { ...stored, recordId: found.id } }
}

/**
 * Only a record that this side's own trigger means may be named by the other side alone: otherwise it could reach for any record
 * here whose key it guesses. Any other waits until a person here names the same two, which gives the pair its record.
 */
export async function checkTarget(
  { database }: SyncContext,
  { stored, pair }: Item,
  read: ReadRecord,
): Promise<ReadRecord> {
  if (pair.inbound?.kind !== 'link' || pair.state !== 'starting' || read.kind !== 'record') return read
  const known = (await findPairsOfRecord(database.db, stored.table, stored.recordId ?? '')).some(
    ({ id }) => id === stored.id,
  )
  const triggers = await listTriggers(database.db)
  const isMeant = triggers.some(
    ({ id, connectionId }) => connectionId === stored.connectionId && read.triggers.includes(id),
  )
  return known || isMeant
    ? read
    : refuse(
        `The other side wants ${read.record.key} connected, which does not match the condition here. Connect the same two records here to allow it.`,
      )
}
