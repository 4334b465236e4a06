import type { Db } from '../tables.ts'

/** How each connection stands with its peer: pauses of both sides, and when and how well they last spoke. */
export async function createContactTable(db: Db): Promise<void> {
  await db.schema
    .createTable('contact')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('pauses', 'integer', (column) => column.notNull())
    .addColumn('heard', 'integer', (column) => column.notNull())
    .addColumn('health', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('unknown_answers', 'integer', (column) => column.notNull())
    .addColumn('last_contact_at', 'bigint')
    .execute()
}
