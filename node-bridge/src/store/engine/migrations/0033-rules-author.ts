import type { Db } from '../tables.ts'

/** Publishing scripts is a right of its own: admins, who could do it before, have it. */
export async function addRulesAuthor(db: Db): Promise<void> {
  await db.schema
    .alterTable('console_user')
    .addColumn('rules_author', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.updateTable('console_user').set({ rules_author: 1 }).where('role', '=', 'admin').execute()
}
