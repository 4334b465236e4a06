import type { Db } from '../tables.ts'

export async function createRestoreTables(db: Db): Promise<void> {
  await db.schema
    .createTable('restore_epoch')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('epoch', 'text', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('restore_counter')
    .addColumn('host', 'text', (column) => column.primaryKey())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .execute()
}
