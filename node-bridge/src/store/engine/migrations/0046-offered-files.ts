import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/**
 * What the other side asks for stands in the row of the file, no longer in a job for each time that it asks: the jobs of before are
 * forgotten, since it asks again.
 */
export async function askByOfferedFile(db: Db): Promise<void> {
  await sql`drop index pair_file_due`.execute(db)
  await sql`create index pair_file_due on pair_file (connection_id, direction, due_at) where due_at is not null`.execute(
    db,
  )
  for (const kind of ['fetch', 'push'])
    for (const table of ['job', 'serial_queue'])
      await sql`delete from ${sql.table(table)} where queue = 'files' and queue_key like ${`${kind} %`}`.execute(db)
}
