import { firstIdOf, orderedId } from '../../identifiers/ordered-id.ts'
import { note, topic } from '../engine/after-commit-notifications.ts'
import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { ItemEventTable } from '../engine/tables/sync-tables.ts'

/** What happened to a pair, without contents. */
export interface ItemEvent {
  readonly itemId: string
  readonly at: Date
  readonly event: string
  readonly details: Readonly<Record<string, unknown>>
}

/** The same with the connection of the pair, which whoever counts would else have to look for. */
export interface SteppedItem extends ItemEvent {
  readonly connectionId: string
}

/** What has happened to pairs, once it is written. */
export const ITEMS_STEPPED = topic<readonly SteppedItem[]>('steps of pairs')

const insertion = compiledOnce((db, row: ItemEventTable) => db.insertInto('item_event').values(row))

export async function insertItemEvents(transaction: Db, events: readonly SteppedItem[]): Promise<void> {
  if (events.length === 0) return
  note(transaction, ITEMS_STEPPED, events)
  for (const { itemId, at, event, details } of events)
    await insertion(transaction, {
      id: orderedId(),
      item_id: itemId,
      at: at.getTime(),
      event,
      details: JSON.stringify(details),
    })
}

/** The newest of them, oldest first. */
export async function listItemEvents(
  db: Db,
  itemId: string,
  newest: number,
): Promise<(ItemEvent & { readonly id: string })[]> {
  const rows = await db
    .selectFrom('item_event')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('id', 'desc')
    .limit(newest)
    .execute()
  return rows.toReversed().map(({ id, item_id, at, event, details }) => ({
    id,
    itemId: item_id,
    at: new Date(at),
    event,
    details: JSON.parse(details) as Record<string, unknown>,
  }))
}

/** History of before that time: what it is found by is the time with which its ids begin. */
export async function forgetItemEvents(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('item_event').where('id', '<', firstIdOf(before)).execute()
}
