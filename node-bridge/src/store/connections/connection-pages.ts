import type { ConnectionState } from '@accord/shared/protocol'
import { sql } from 'kysely'

import type { ConnectionRecord } from './connection-record.ts'
import { recordOf } from './connection-row.ts'
import { pageByColumn, pageByState } from './pages/page-by-column.ts'
import { pageByContact } from './pages/page-by-contact.ts'
import { pageBySearch } from './pages/page-by-search.ts'
import type { FoundPage, PageRequest, Place } from './pages/place.ts'
import type { Db } from '../engine/tables.ts'

export interface ConnectionPage {
  readonly records: readonly ConnectionRecord[]
  readonly next: Place | undefined
}

/** A page of connections. Its cost does not depend on how many there are. */
export async function pageConnections(db: Db, request: PageRequest): Promise<ConnectionPage> {
  const { found, next } = await findPage(db, request)
  return {
    records: await listConnectionsById(
      db,
      found.map(({ id }) => id),
    ),
    next,
  }
}

function findPage(db: Db, request: PageRequest): Promise<FoundPage> {
  if (request.words.length > 0) return pageBySearch(db, request)
  if (request.order === 'state') return pageByState(db, request)
  if (request.order === 'lastContact') return pageByContact(db, request)
  return pageByColumn(db, request.order === 'name' ? 'name_key' : 'updated_at', request)
}

/** In the order of the ids; one that is not there is left out. */
export async function listConnectionsById(db: Db, ids: readonly string[]): Promise<ConnectionRecord[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('connection')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const records = new Map(rows.map((row) => [row.id, recordOf(row)]))
  return ids.flatMap((id) => records.get(id) ?? [])
}

/** How many connections are in each of these states; nobody counts further than `upTo`. */
export async function countUpTo(
  db: Db,
  states: readonly ConnectionState[],
  upTo: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = states.map(
    (state) => sql`select ${sql.lit(state)} as state, count(*) as count
      from (select 1 from connection where state = ${sql.lit(state)} limit ${sql.lit(upTo)}) as counted`,
  )
  const { rows } = await sql<{ state: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}
