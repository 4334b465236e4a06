import type { DriftVerdict } from '@accord/shared/sync'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** How many pairs have which verdict; `mapped` of the equal ones. */
export type DriftCounts = Readonly<Record<DriftVerdict | 'equal' | 'mapped', number>>

export const NO_DRIFT: DriftCounts = { equal: 0, mapped: 0, different: 0, missing: 0, moving: 0 }

/** What both sides hold of a connection's pairs is compared, page by page; afterwards what differs may be settled so as well. */
export interface DriftCheck {
  readonly connectionId: string
  readonly state: 'checking' | 'settling' | 'done'
  readonly beganAt: Date
  readonly beganBy: string
  readonly movedAt: Date
  /** The last pair of the last page. */
  readonly after: string
  readonly total: number
  readonly counts: DriftCounts
  /** Why the other side could not be asked. */
  readonly problem: string | null
}

export interface DriftingPair {
  readonly itemId: string
  readonly verdict: DriftVerdict
  readonly paths: readonly string[]
}

export async function findDriftCheck(db: Db, connectionId: string): Promise<DriftCheck | undefined> {
  const row = await db
    .selectFrom('drift_check')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  return (
    row && {
      connectionId,
      state: row.state as DriftCheck['state'],
      beganAt: new Date(Number(row.began_at)),
      beganBy: row.began_by,
      movedAt: new Date(Number(row.moved_at)),
      after: row.after_id,
      total: row.total,
      counts: JSON.parse(row.counts) as DriftCounts,
      problem: row.problem,
    }
  )
}

const columnsOf = (check: DriftCheck) => ({
  state: check.state,
  began_at: check.beganAt.getTime(),
  began_by: check.beganBy,
  moved_at: check.movedAt.getTime(),
  after_id: check.after,
  total: check.total,
  counts: JSON.stringify(check.counts),
  problem: check.problem,
})

/** Begins one, in the place of an earlier one of this connection. */
export async function replaceDriftCheck(transaction: Db, check: DriftCheck): Promise<void> {
  const columns = columnsOf(check)
  await transaction
    .insertInto('drift_check')
    .values({ connection_id: check.connectionId, ...columns })
    .onConflict((conflict) => conflict.column('connection_id').doUpdateSet(columns))
    .execute()
}

/** False where another one has begun since this was read, or somebody else has come further with it: nothing is written. */
export async function changeDriftCheck(
  transaction: Db,
  check: DriftCheck,
  change: Partial<DriftCheck>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('drift_check')
    .set(columnsOf({ ...check, ...change }))
    .where('connection_id', '=', check.connectionId)
    .where('began_at', '=', check.beganAt.getTime())
    .where('state', '=', check.state)
    .where('after_id', '=', check.after)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Of an earlier check. */
export async function forgetDriftingPairs(transaction: Db, connectionId: string): Promise<void> {
  await transaction.deleteFrom('drift_pair').where('connection_id', '=', connectionId).execute()
}

export async function insertDriftingPairs(
  transaction: Db,
  connectionId: string,
  pairs: readonly DriftingPair[],
): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(({ itemId, verdict, paths }) => ({
    item_id: itemId,
    connection_id: connectionId,
    verdict,
    paths: JSON.stringify(paths),
  }))
  const again = transaction.insertInto('drift_pair').values(rows)
  await again
    .onConflict((conflict) =>
      conflict
        .column('item_id')
        .doUpdateSet(({ ref }) => ({ verdict: ref('excluded.verdict'), paths: ref('excluded.paths') })),
    )
    .execute()
}

export async function listDriftingPairs(
  db: Db,
  { connectionId, after, limit }: { readonly connectionId: string; readonly after: string; readonly limit: number },
): Promise<DriftingPair[]> {
  const rows = await db
    .selectFrom('drift_pair')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('item_id', '>', after)
    .orderBy('item_id')
    .limit(boundNumber(limit))
    .execute()
  return rows.map(({ item_id: itemId, verdict, paths }) => ({
    itemId,
    verdict: verdict as DriftVerdict,
    paths: JSON.parse(paths) as string[],
  }))
}
