import { STATUSES_OF } from '@accord/shared/sync'

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
