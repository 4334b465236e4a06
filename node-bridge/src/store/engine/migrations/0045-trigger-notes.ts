import type { Db } from '../tables.ts'

/** What people should know of a condition, beside it. */
export async function addTriggerNotes(db: Db): Promise<void> {
  for (const table of ['sync_trigger', 'rules_draft'])
    await db.schema
      .alterTable(table)
      .addColumn('notes', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
}
