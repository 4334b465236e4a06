import { findPairsOfRecord, findStoredPair } from '../../store/sync/sync-pairs.ts'
import { listTriggers } from '../../store/sync/sync-rules.ts'
import { findByKey } from '../../trackers/find-by-key.ts'
import type { ReadRecord, Tracker, TrackerRefusal } from '../../trackers/tracker.ts'
import { unlinked } from '../items/change-item.ts'
import { changeStored } from '../items/change-stored.ts'
import { freeRecord } from '../items/free-record.ts'
import { inboundMessageOf } from '../items/inbound-message.ts'
import { type Item, itemOf } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

const refuse = (message: string): TrackerRefusal => ({ kind: 'refused', code: 'link_refused', message })

/** The other side names a record of ours that shall be the other half: the pair is given it, or why not. */
export async function findTarget(context: SyncContext, tracker: Tracker, item: Item): Promise<Item | TrackerRefusal> {
  const { database, vault } = context
  const { stored, pair } = item
  if (pair.inbound?.kind !== 'link' || stored.recordId !== null) return item
  const claims = inboundMessageOf(vault, stored)
  if (claims?.kind !== 'link') return item
  const { connectionId, table } = stored
  const found = await findByKey(tracker, table, claims.target)
  if (found.kind === 'refused') return found
  const place = { connectionId, table, recordId: found.id }
  const own = await findCrossing(context, place, claims)
  if (own) return giveWay(context, item, own, place)
  if (!(await database.transaction((transaction) => freeRecord(transaction, place))))
    return refuse(`${claims.target} is in another pair of this connection.`)
  return { pair, stored: { ...stored, recordId: found.id } }
}

interface Place {
  readonly connectionId: string
  readonly table: string
  readonly recordId: string
}

/**
 * Our own pair of the same two records: people of both sides have named them before either had received that of the other. The pair of
 * the source stands, so that both come to the same one without talking; here at the destination ours gives way.
 */
const findCrossing = async (
  { database }: SyncContext,
  { connectionId, table, recordId }: Place,
  { key }: { readonly key: string },
): Promise<string | undefined> =>
  (await findPairsOfRecord(database.db, table, recordId)).find((each) => {
    const { side, state, target } = each.pair as SyncPair
    return each.connectionId === connectionId && side === 'destination' && state === 'starting' && target === key
  })?.id

/** Ours ends, and theirs gets the record, which a person here has agreed to. */
async function giveWay(context: SyncContext, item: Item, own: string, place: Place): Promise<Item> {
  const { database, epoch } = context
  await changeStored(context, own, (crossing, transaction) => unlinked(context, transaction, crossing))
  await database.transaction((transaction) => freeRecord(transaction, place))
  await changeStored(context, item.stored.id, ({ pair }) => ({ pair, recordId: place.recordId, isStep: true }))
  const stored = await findStoredPair(database.db, item.stored.id)
  return stored ? itemOf(stored, epoch) : item
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
