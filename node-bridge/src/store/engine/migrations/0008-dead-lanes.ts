import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Has anything died in this lane? Without it each idle lane was held against every job there is. */
export async function indexDeadLanes(db: Db): Promise<void> {
  await sql`create index job_dead_lane on job (queue, lane_key) where state = 'dead'`.execute(db)
}
