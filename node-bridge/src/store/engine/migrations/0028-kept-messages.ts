import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Messages that both sides are through with, for as long as the operator wants them kept. */
export async function createKeptMessages(db: Db): Promise<void> {
  await db.schema
    .createTable('kept_message')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('text_sealed', 'text', (column) => column.notNull())
    .execute()
  await sql`create index kept_message_item on kept_message (item_id, id)`.execute(db)
}
