import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Before the first release: from then on no step renames anything, because the release before would miss it. */
export async function renameToSerialQueues(db: Db): Promise<void> {
  for (const index of ['lane_due', 'lane_idle', 'lane_leased', 'job_waiting', 'job_dead_lane'])
    await sql`drop index ${sql.ref(index)}`.execute(db)
  await db.schema.alterTable('lane').renameTo('serial_queue').execute()
  for (const table of ['serial_queue', 'job'])
    await db.schema.alterTable(table).renameColumn('lane_key', 'queue_key').execute()
  await sql`create index serial_queue_due on serial_queue (queue, run_at) where state = 'ready'`.execute(db)
  await sql`create index serial_queue_idle on serial_queue (queue, queue_key) where state = 'idle'`.execute(db)
  await sql`create index serial_queue_leased on serial_queue (lease_until) where state = 'leased'`.execute(db)
  await sql`create index job_waiting on job (queue, queue_key, seq) where state = 'waiting'`.execute(db)
  await sql`create index job_dead_in_queue on job (queue, queue_key) where state = 'dead'`.execute(db)
}
