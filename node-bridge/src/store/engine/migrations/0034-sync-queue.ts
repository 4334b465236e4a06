import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Pairs of all connections are looked at together, and found by what people call either record. */
export async function indexSyncQueue(db: Db): Promise<void> {
  await sql`create index sync_pair_open on sync_pair (changed_at, id)
    where status in ('sending', 'receiving', 'held', 'held_there')`.execute(db)
  await sql`create index sync_pair_local_key on sync_pair (local_key) where local_key is not null`.execute(db)
  // By the key first it serves both: that of any connection, and that of one.
  await sql`drop index sync_pair_remote`.execute(db)
  await sql`create index sync_pair_remote on sync_pair (remote_key, connection_id)`.execute(db)
}
