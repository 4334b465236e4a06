import type { Db } from '../tables.ts'

/** Which comments of before a pair travel. Triggers of before have sent all that their rules let. */
export async function addCommentHistory(db: Db): Promise<void> {
  await db.schema
    .alterTable('sync_trigger')
    .addColumn('history', 'text', (column) => column.notNull().defaultTo('all'))
    .execute()
}
