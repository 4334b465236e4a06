import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** What people see of a sync pair: which record it is, where it stands, when something last went each way, what is wrong. */
export async function addItemFacts(db: Db): Promise<void> {
  const table = () => db.schema.alterTable('sync_pair')
  await table().addColumn('local_key', 'text').execute()
  await table().addColumn('local_url', 'text').execute()
  await table()
    .addColumn('standing', 'text', (column) => column.notNull().defaultTo('sending'))
    .execute()
  await table().addColumn('last_out_at', 'bigint').execute()
  await table().addColumn('last_in_at', 'bigint').execute()
  await table().addColumn('fault_sealed', 'text').execute()
  await sql`create index sync_pair_changed on sync_pair (connection_id, changed_at, id)`.execute(db)
  await sql`create index sync_pair_standing on sync_pair (connection_id, standing, changed_at, id)`.execute(db)
}
