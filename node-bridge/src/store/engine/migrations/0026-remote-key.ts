import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** What people call the other side's record: a node that has forgotten a pair begins another one for the same record. */
export async function addRemoteKey(db: Db): Promise<void> {
  await db.schema.alterTable('sync_pair').addColumn('remote_key', 'text').execute()
  await sql`create index sync_pair_remote on sync_pair (connection_id, remote_key)`.execute(db)
}
