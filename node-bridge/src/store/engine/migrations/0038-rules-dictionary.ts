import type { Db } from '../tables.ts'

/** What published scripts name of the tracker's dictionary, as it was when they were published, and what differs since. */
export async function createRulesDictionary(db: Db): Promise<void> {
  await db.schema
    .createTable('rules_dictionary')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('seen_hash', 'text', (column) => column.notNull())
    .addColumn('warnings', 'text', (column) => column.notNull())
    .addColumn('warning_count', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('rules_dictionary_key', ['connection_id', 'table_name', 'direction'])
    .execute()
}
