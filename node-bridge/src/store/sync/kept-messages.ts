import type { Selectable } from 'kysely'

import { firstIdOf } from '../../identifiers/ordered-id.ts'
import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { KeptMessageTable } from '../engine/tables/sync-tables.ts'

/** The text of a message that both sides are through with, sealed; or what was planned for one. `mid` null: an older release kept it. */
export interface KeptMessage {
  readonly id: string
  readonly itemId: string
  readonly direction: 'in' | 'out' | 'plan'
  readonly mid: string | null
  readonly at: Date
  readonly textSealed: string
}

export async function insertKeptMessage(transaction: Db, message: KeptMessage): Promise<void> {
  const { id, itemId, direction, mid, at, textSealed } = message
  const row = { id, item_id: itemId, direction, mid, at: at.getTime(), text_sealed: textSealed }
  await transaction.insertInto('kept_message').values(row).execute()
}

/** The newest message of a pair, or the newest of before another one. */
export async function findKeptMessage(db: Db, itemId: string, before?: string): Promise<KeptMessage | undefined> {
  const ofItem = db
    .selectFrom('kept_message')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('direction', '<>', 'plan')
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

/** Which messages of a pair are kept, the newest first. */
export async function listKeptMids(
  db: Db,
  itemId: string,
  limit: number,
): Promise<readonly Pick<KeptMessage, 'id' | 'mid'>[]> {
  return db
    .selectFrom('kept_message')
    .select(['id', 'mid'])
    .where('item_id', '=', itemId)
    .where('direction', '<>', 'plan')
    .orderBy('id', 'desc')
    .limit(boundNumber(limit))
    .execute()
}

/** All that is kept of one message, the newest first. */
export async function listKeptOfMid(db: Db, itemId: string, mid: string): Promise<KeptMessage[]> {
  const named = db.selectFrom('kept_message').selectAll().where('item_id', '=', itemId).where('mid', '=', mid)
  const rows = await named.orderBy('id', 'desc').execute()
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
  mid: row.mid,
  at: new Date(Number(row.at)),
  textSealed: row.text_sealed,
})

/** Those of before that time, by which their ids begin. */
export async function forgetKeptMessages(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('kept_message').where('id', '<', firstIdOf(before)).execute()
}
