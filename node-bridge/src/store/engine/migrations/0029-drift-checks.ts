import type { Db } from '../tables.ts'

/** On request both sides compare what they hold; how far that has come, and which pairs are not equal. */
export async function createDriftTables(db: Db): Promise<void> {
  await db.schema
    .createTable('drift_check')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('began_by', 'text', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .addColumn('after_id', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('problem', 'text')
    .execute()
  await db.schema
    .createTable('drift_pair')
    .addColumn('item_id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('paths', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('drift_pair_connection').on('drift_pair').columns(['connection_id', 'item_id']).execute()
}
