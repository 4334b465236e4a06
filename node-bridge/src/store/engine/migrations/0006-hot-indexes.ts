import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/**
 * What runs again and again finds its rows without a look at the others: the due lanes of one queue, the lanes in which
 * nothing waits, the ids of requests whose time is over.
 */
export async function createHotIndexes(db: Db): Promise<void> {
  await sql`create index lane_due on lane (queue, run_at) where state = 'ready'`.execute(db)
  await sql`create index lane_idle on lane (queue, lane_key) where state = 'idle'`.execute(db)
  await sql`create index spent_request_end on spent_request (expires_at)`.execute(db)
  await sql`drop index lane_ready`.execute(db)
}
