import { sql } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import { type StoredPair, storedPairOf } from './sync-pairs.ts'

/** Where a page ended. */
export interface ItemPlace {
  readonly changedAt: number
  readonly id: string
}

interface ItemPageRequest {
  readonly connectionId: string
  /** All of them when absent. */
  readonly statuses?: readonly string[]
  readonly after: ItemPlace | undefined
  readonly limit: number
}

/** Pairs of a connection, those that changed last first. One more than the page holds says that there are others. */
export async function pageItems(
  db: Db,
  { connectionId, statuses, after, limit }: ItemPageRequest,
): Promise<{ readonly pairs: readonly StoredPair[]; readonly next: ItemPlace | undefined }> {
  let query = db.selectFrom('sync_pair').selectAll().where('connection_id', '=', connectionId)
  if (statuses) query = query.where('status', 'in', statuses)
  if (after)
    query = query.where((expression) =>
      expression(expression.refTuple('changed_at', 'id'), '<', expression.tuple(after.changedAt, after.id)),
    )
  const rows = await query
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(boundNumber(limit + 1))
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    pairs: shown.map(storedPairOf),
    next: rows.length > limit && last ? { changedAt: last.changed_at, id: last.id } : undefined,
  }
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
