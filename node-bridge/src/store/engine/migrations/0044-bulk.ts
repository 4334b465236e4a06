import type { Db } from '../tables.ts'

/** One step with many pairs: which ones are meant, and how far it has come. */
export async function createBulk(db: Db): Promise<void> {
  await db.schema
    .createTable('bulk')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('filter', 'text', (column) => column.notNull())
    .addColumn('connection_id', 'text')
    .addColumn('table_name', 'text')
    .addColumn('cause', 'text')
    .addColumn('unmoved_since', 'bigint', (column) => column.notNull())
    .addColumn('after_at', 'bigint')
    .addColumn('after_id', 'text')
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('seen', 'integer', (column) => column.notNull())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('began_by', 'text', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .execute()
}
