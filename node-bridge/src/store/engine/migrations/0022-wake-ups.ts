import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** How often a replica was called for the one that watches the tracker; and an index of what of a connection was put off. */
export async function addWakeUps(db: Db): Promise<void> {
  await db.schema
    .alterTable('tracker_watch')
    .addColumn('wake_ups', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`create index sync_pair_postponed on sync_pair (connection_id, due_at) where due_at is not null`.execute(db)
}
