import { firstIdOf } from '../../identifiers/ordered-id.ts'
import type { Db } from '../engine/tables.ts'

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
  return (
    row && {
      id: row.id,
      itemId,
      direction: row.direction as KeptMessage['direction'],
      at: new Date(Number(row.at)),
      textSealed: row.text_sealed,
    }
  )
}

/** Those of before that time, by which their ids begin. */
export async function forgetKeptMessages(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('kept_message').where('id', '<', firstIdOf(before)).execute()
}
