import type { Db } from '../tables.ts'

/** Users of the console who are sent notices. */
export async function createNoticeRecipients(db: Db): Promise<void> {
  await db.schema
    .createTable('notice_recipient')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('is_wanted', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute()
}
