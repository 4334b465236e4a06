import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Pairs in quarantine are tried again page by page, all of a connection or all of one cause; how far that has come is kept. */
export async function addHeldRetries(db: Db): Promise<void> {
  await db.schema
    .createTable('held_retry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text')
    .addColumn('direction', 'text')
    .addColumn('cause', 'text')
    .addColumn('actor', 'text')
    .addColumn('after_id', 'text', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .execute()
  await sql`create index held_retry_connection on held_retry (connection_id, id)`.execute(db)
  await sql`create index sync_pair_held on sync_pair (connection_id, id) where fault is not null`.execute(db)
  await sql`drop index sync_pair_fault`.execute(db)
  await sql`create index sync_pair_fault on sync_pair (connection_id, fault, id) where fault is not null`.execute(db)
}
