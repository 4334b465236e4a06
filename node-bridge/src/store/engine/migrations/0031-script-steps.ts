import type { Db } from '../tables.ts'

/** What scripts have done in the world for messages that wait: once for each, whatever is repeated. */
export async function createScriptSteps(db: Db): Promise<void> {
  await db.schema
    .createTable('script_step')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('answer_sealed', 'text')
    .execute()
}
