import type { Db } from '../tables.ts'

/**
 * Rules that some pairs run before all do. A release that knows nothing of them runs every pair by what was published, which is
 * what `rules_version` still says.
 */
export async function createRulesCanary(db: Db): Promise<void> {
  await db.schema
    .createTable('rules_canary')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    // Of the connection and table while it runs, so that there is one of them; null afterwards.
    .addColumn('running_key', 'text', (column) => column.unique())
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('of_pairs', 'integer', (column) => column.notNull())
    .addColumn('most_failures', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('began_by', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', 'text')
    .addColumn('is_settled', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('rules_canary_connection')
    .on('rules_canary')
    .columns(['connection_id', 'table_name', 'began_at'])
    .execute()
  await db.schema
    .createTable('canary_pair')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('canary_id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('fault_before', 'text')
    .addColumn('code', 'text')
    .addColumn('detail_sealed', 'text')
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('concluded_at', 'bigint')
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addUniqueConstraint('canary_pair_place', ['canary_id', 'place'])
    .addUniqueConstraint('canary_pair_item', ['item_id', 'canary_id'])
    .execute()
}
