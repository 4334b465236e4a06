import { sql } from 'kysely'

import { recordOf } from '../../connection-row.ts'
import { searchKeyOf } from '../../search-key.ts'
import type { Db } from '../tables.ts'

const AT_ONCE = 500

/**
 * What the pages of the list walk along: within a state by name and by time, over all states by name with everything that a
 * search looks at, and by contact. The column is empty where a release before this one writes: those are found by their name.
 */
export async function addConnectionList(db: Db): Promise<void> {
  await db.schema.alterTable('connection').addColumn('search_key', 'text').execute()
  await fillSearchKeys(db)
  await sql`create index connection_state_name on connection (state, name_key, id)`.execute(db)
  await sql`create index connection_state_changed on connection (state, updated_at, id)`.execute(db)
  await sql`create index connection_search on connection (name_key, id, state, search_key) where state <> 'terminated'`.execute(
    db,
  )
  await sql`create index contact_last on contact (last_contact_at, connection_id) where last_contact_at is not null`.execute(
    db,
  )
}

async function fillSearchKeys(db: Db, after = ''): Promise<void> {
  const rows = await db
    .selectFrom('connection')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  for (const row of rows)
    await db
      .updateTable('connection')
      .set({ search_key: searchKeyOf(recordOf(row)) })
      .where('id', '=', row.id)
      .execute()
  const last = rows.at(-1)
  if (last && rows.length === AT_ONCE) await fillSearchKeys(db, last.id)
}
