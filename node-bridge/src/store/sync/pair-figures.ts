import { STATUSES_OF } from '@accord/shared/sync'
import { sql } from 'kysely'

import { boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** All pairs of all connections; each figure reads one index. */
export async function countByStatus(db: Db): Promise<{ readonly status: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('sync_pair')
    .select(({ fn }) => ['status', fn.countAll().as('count')])
    .groupBy('status')
    .execute()
  return rows.map(({ status, count }) => ({ status, count: Number(count) }))
}

/** Those of which a direction waits for a person here. */
export async function countByCause(db: Db): Promise<{ readonly code: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('sync_pair')
    .where('fault', 'is not', null)
    .select(({ fn }) => ['fault', fn.countAll().as('count')])
    .groupBy('fault')
    .execute()
  return rows.flatMap(({ fault, count }) => (fault === null ? [] : [{ code: fault, count: Number(count) }]))
}

/** When the pair that is under way and has moved longest ago did so. */
export async function oldestMovingAt(db: Db): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom('sync_pair')
    .where('status', 'in', STATUSES_OF.moving)
    .select(({ fn }) => fn.min('changed_at').as('at'))
    .executeTakeFirstOrThrow()
  // Of no rows the smallest is null, which the types do not know.
  return (at as number | null) === null ? undefined : new Date(Number(at))
}

/** The same of each of these connections; one of which none is under way is missing. A look along an index for each. */
export async function oldestMovingOf(db: Db, connectionIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const looks = connectionIds.flatMap((id) =>
    STATUSES_OF.moving.map(
      (status) => sql`select ${boundText(id)} as id, (select min(changed_at) from sync_pair
        where connection_id = ${boundText(id)} and status = ${sql.lit(status)}) as at`,
    ),
  )
  const oldest = new Map<string, Date>()
  if (looks.length === 0) return oldest
  const { rows } = await sql<{ id: string; at: number | null }>`${sql.join(looks, sql` union all `)}`.execute(db)
  for (const { id, at } of rows) {
    const known = oldest.get(id)
    if (at !== null && (!known || Number(at) < known.getTime())) oldest.set(id, new Date(Number(at)))
  }
  return oldest
}

/** How many pairs of each of these connections wait for a person here; nobody counts further than `upTo`. */
export async function countHeldOf(
  db: Db,
  connectionIds: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, number>> {
  if (connectionIds.length === 0) return new Map()
  const counts = connectionIds.map(
    (id) => sql`select ${boundText(id)} as id, (select count(*) from (select 1 from sync_pair
      where connection_id = ${boundText(id)} and fault is not null limit ${sql.lit(upTo)}) as counted) as count`,
  )
  const { rows } = await sql<{ id: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

/** Pairs of a connection that wait for a person here with one code. */
export interface HeldBy {
  readonly connectionId: string
  readonly code: string
}

export const nameOfHeld = ({ connectionId, code }: HeldBy): string => `${connectionId} ${code}`

/** How many there are of each, by its name; nobody counts further than `upTo`. */
export async function countHeldBy(
  db: Db,
  wanted: readonly HeldBy[],
  upTo: number,
): Promise<ReadonlyMap<string, number>> {
  if (wanted.length === 0) return new Map()
  const counts = wanted.map(
    (held) => sql`select ${boundText(nameOfHeld(held))} as name, (select count(*) from (select 1 from sync_pair
      where connection_id = ${boundText(held.connectionId)} and fault = ${boundText(held.code)} and fault is not null
      limit ${sql.lit(upTo)}) as counted) as count`,
  )
  const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ name, count }) => [name, Number(count)]))
}
