import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/**
 * Which replica watches the tracker, how far its scans have come, and which pairs the tracker's people do not see as they are;
 * whether each side of a connection has said that it is ready for sync.
 */
export async function createTrackerWatch(db: Db): Promise<void> {
  await db.schema
    .createTable('tracker_watch')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('token', 'text')
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('marks', 'text', (column) => column.notNull())
    .execute()
  await sql`insert into tracker_watch (id, token, until, marks) values (1, null, 0, '{}')`.execute(db)
  await db.schema
    .alterTable('sync_pair')
    .addColumn('report_due', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('sync_readiness')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('said', 'integer')
    .addColumn('peer', 'integer')
    .execute()
  await sql`create index sync_pair_report on sync_pair (id) where report_due = 1`.execute(db)
}
