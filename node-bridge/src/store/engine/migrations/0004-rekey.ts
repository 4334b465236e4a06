import type { Db } from '../tables.ts'

export async function createRekeyTable(db: Db): Promise<void> {
  await db.schema
    .createTable('rekey')
    .addColumn('invitation_id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('invitation_sealed', 'text')
    .addColumn('key_x', 'text', (column) => column.notNull())
    .addColumn('key_sealed', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
}
