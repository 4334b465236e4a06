import type { Db } from '../tables.ts'

/**
 * How far bringing in records of before the trigger has come, one of a connection at a time, and until when its calls to the instance
 * are paid for. A release that knows nothing of it goes no further with it.
 */
export async function createBackfill(db: Db): Promise<void> {
  await db.schema
    .createTable('backfill')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('per_minute', 'integer', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('began_by', 'text', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_by', 'text')
    .addColumn('after_id', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('seen', 'integer', (column) => column.notNull())
    .addColumn('opened', 'integer', (column) => column.notNull())
    .addColumn('wait_reason', 'text')
    .addColumn('wait_code', 'text')
    .addColumn('wait_until', 'bigint')
    .execute()
  await db.schema.alterTable('pairing').addColumn('backfill_paid_until', 'bigint').execute()
}
