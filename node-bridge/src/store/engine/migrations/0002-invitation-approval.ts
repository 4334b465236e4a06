import type { Db } from '../tables.ts'

export const addInvitationApproval = async (db: Db): Promise<void> =>
  db.schema
    .alterTable('invitation')
    .addColumn('approval', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
