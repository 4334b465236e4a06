import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** How many changes of each connection have moved in each hour, how long they took, and when something last moved. */
export async function createSyncActivity(db: Db): Promise<void> {
  await db.schema
    .createTable('sync_activity')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('hour_at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('up_to_ms', 'bigint', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sync_activity_key', ['connection_id', 'hour_at', 'kind', 'up_to_ms'])
    .execute()
  await sql`create index sync_activity_hour on sync_activity (hour_at)`.execute(db)
  await db.schema
    .createTable('sync_last_activity')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create index sync_last_activity_moved on sync_last_activity (moved_at, connection_id)`.execute(db)
}
