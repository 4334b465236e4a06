import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Before the first release, as step 0014: what a pair is to people, in one word, is its status. */
export async function renameToStatus(db: Db): Promise<void> {
  await sql`drop index sync_pair_standing`.execute(db)
  await db.schema.alterTable('sync_pair').renameColumn('standing', 'status').execute()
  await sql`create index sync_pair_status on sync_pair (connection_id, status, changed_at, id)`.execute(db)
}
