import type { Selectable } from 'kysely'

import { firstIdOf } from '../../identifiers/ordered-id.ts'
import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { KeptMessageTable } from '../engine/tables/sync-tables.ts'

/** The text of a message that both sides are through with, sealed. */
export interface KeptMessage {
  readonly id: string
  readonly itemId: string
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly textSealed: string
}

export async function insertKeptMessage(transaction: Db, message: KeptMessage): Promise<void> {
  const { id, itemId, direction, at, textSealed } = message
  const row = { id, item_id: itemId, direction, at: at.getTime(), text_sealed: textSealed }
  await transaction.insertInto('kept_message').values(row).execute()
}

/** The newest one of a pair, or the newest of before another one. */
export async function findKeptMessage(db: Db, itemId: string, before?: string): Promise<KeptMessage | undefined> {
  const ofItem = db.selectFrom('kept_message').selectAll().where('item_id', '=', itemId)
  const narrowed = before === undefined ? ofItem : ofItem.where('id', '<', before)
  const row = await narrowed.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && keptOf(row)
}

/** Those that came in for these pairs, the newest first. */
export async function listKeptOf(db: Db, itemIds: readonly string[], limit: number): Promise<KeptMessage[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('kept_message')
    .selectAll()
    .where('item_id', 'in', itemIds)
    .where('direction', '=', 'in')
    .orderBy('id', 'desc')
    .limit(boundNumber(limit))
    .execute()
  return rows.map(keptOf)
}

/** One of a pair, as long as it is kept. */
export async function findKept(db: Db, itemId: string, id: string): Promise<KeptMessage | undefined> {
  const named = db.selectFrom('kept_message').selectAll().where('id', '=', id).where('item_id', '=', itemId)
  const row = await named.executeTakeFirst()
  return row && keptOf(row)
}

const keptOf = (row: Selectable<KeptMessageTable>): KeptMessage => ({
  id: row.id,
  itemId: row.item_id,
  direction: row.direction as KeptMessage['direction'],
  at: new Date(Number(row.at)),
  textSealed: row.text_sealed,
})

/** Those of before that time, by which their ids begin. */
export async function forgetKeptMessages(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('kept_message').where('id', '<', firstIdOf(before)).execute()
}
