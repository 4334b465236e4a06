import type { Db } from '../tables.ts'

/** Why a version was published, and what it has done since. */
export async function addRulesHistory(db: Db): Promise<void> {
  await db.schema
    .alterTable('rules_version')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createTable('rules_tally')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('runs', 'bigint', (column) => column.notNull())
    .addColumn('writes', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'bigint', (column) => column.notNull())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('rules_tally_key', ['connection_id', 'table_name', 'direction', 'version'])
    .execute()
}
