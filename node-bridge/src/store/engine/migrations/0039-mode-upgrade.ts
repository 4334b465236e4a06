import type { Db } from '../tables.ts'

/** Connections of Basic mode whose scripts are written by people at this side since. */
export async function createModeUpgrade(db: Db): Promise<void> {
  await db.schema
    .createTable('mode_upgrade')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('upgraded_at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .execute()
}
