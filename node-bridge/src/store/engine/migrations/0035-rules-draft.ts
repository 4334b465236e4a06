import type { Db } from '../tables.ts'

/** What is being written is kept on the node, so that a reload, another browser and another admin find it. */
export async function createRulesDraft(db: Db): Promise<void> {
  await db.schema
    .createTable('rules_draft')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('outgoing', 'text', (column) => column.notNull())
    .addColumn('incoming', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('history', 'text', (column) => column.notNull())
    .addColumn('may_widen', 'integer', (column) => column.notNull())
    .addColumn('outgoing_version', 'integer', (column) => column.notNull())
    .addColumn('incoming_version', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('rules_draft_key', ['connection_id', 'table_name'])
    .execute()
}
