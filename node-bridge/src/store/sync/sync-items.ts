import { sql } from 'kysely'

import type { Db } from '../engine/tables.ts'
import { type ItemPlace, type PairPage, pagePairs } from './pair-page.ts'

interface ItemPageRequest {
  readonly connectionId: string
  /** All of them when absent. */
  readonly statuses?: readonly string[]
  readonly after: ItemPlace | undefined
  readonly limit: number
}

/** Pairs of a connection, those that changed last first. */
export function pageItems(db: Db, { connectionId, statuses, after, limit }: ItemPageRequest): Promise<PairPage> {
  const query = db.selectFrom('sync_pair').selectAll().where('connection_id', '=', connectionId)
  return pagePairs(statuses ? query.where('status', 'in', statuses) : query, { after, limit })
}

/** How many pairs of a connection stand so; nobody counts further than `upTo`. */
export async function countItems(
  db: Db,
  connectionId: string,
  statuses: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = statuses.map(
    (status) => sql`select ${sql.lit(status)} as status, count(*) as count
      from (select 1 from sync_pair where connection_id = ${connectionId} and status = ${sql.lit(status)}
        limit ${sql.lit(upTo)}) as counted`,
  )
  const { rows } = await sql<{ status: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ status, count }) => [status, Number(count)]))
}
