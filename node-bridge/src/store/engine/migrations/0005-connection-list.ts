import { type Selectable, sql } from 'kysely'

import type { ConnectionTable } from '../tables/connection-tables.ts'
import type { Db } from '../tables.ts'

const AT_ONCE = 500

/** What a search looks at. A step reads by itself, so that it makes the same of an old database whatever the product becomes. */
const SEARCHED = ['name', 'local_short_name', 'remote_short_name', 'remote'] as const

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
    .select(['id', ...SEARCHED])
    .where('id', '>', after)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  for (const row of rows)
    await db
      .updateTable('connection')
      .set({ search_key: searchKeyOf(row) })
      .where('id', '=', row.id)
      .execute()
  const last = rows.at(-1)
  if (last && rows.length === AT_ONCE) await fillSearchKeys(db, last.id)
}

function searchKeyOf(row: Pick<Selectable<ConnectionTable>, (typeof SEARCHED)[number]>): string {
  const remote = JSON.parse(row.remote) as Record<'name' | 'instanceUrl' | 'nodeUrl', string | null>
  return [
    row.name,
    row.local_short_name,
    row.remote_short_name,
    remote.name,
    hostOf(remote.instanceUrl),
    hostOf(remote.nodeUrl),
  ]
    .join(' ')
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .toLowerCase()
}

const hostOf = (url: string | null): string => (url && URL.parse(url)?.host) ?? ''
