import type { Db } from '../tables.ts'

export async function createKeyRotationTable(db: Db): Promise<void> {
  await db.schema
    .createTable('key_rotation')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('previous_x', 'text', (column) => column.notNull())
    .addColumn('x', 'text', (column) => column.notNull())
    .addColumn('key_sealed', 'text')
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('previous_until', 'bigint')
    .addPrimaryKeyConstraint('key_rotation_pk', ['connection_id', 'owner', 'seq'])
    .execute()
}
