import { ENDED_PAIR_STATES } from '@accord/shared/sync'
import type { ComparisonReason, ComparisonState } from '@accord/shared/sync'
import { sql } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'

/** One side has lost its memory of a connection's pairs; what both have is compared. */
export interface Comparison {
  readonly connectionId: string
  readonly reason: ComparisonReason
  /** The other side's epoch from which on its pairs are new; null: ours is. */
  readonly peerEpoch: number | null
  readonly state: ComparisonState
  readonly beganAt: Date
  /** The last pair that began anew, and how many have. */
  readonly after: string
  readonly total: number
  /** How many pairs were not compared when that last changed, and when. */
  readonly open: number
  readonly movedAt: Date
  readonly decidedAt: Date | null
  /** Null: it went on by itself. */
  readonly decidedBy: string | null
}

export async function findComparison(db: Db, connectionId: string): Promise<Comparison | undefined> {
  const row = await db.selectFrom('comparison').selectAll().where('connection_id', '=', connectionId).executeTakeFirst()
  return (
    row && {
      connectionId,
      reason: row.reason as ComparisonReason,
      peerEpoch: row.peer_epoch === null ? null : Number(row.peer_epoch),
      state: row.state as ComparisonState,
      beganAt: new Date(Number(row.began_at)),
      after: row.after_id,
      total: row.total,
      open: row.open_count,
      movedAt: new Date(Number(row.moved_at)),
      decidedAt: row.decided_at === null ? null : new Date(Number(row.decided_at)),
      decidedBy: row.decided_by,
    }
  )
}

type NewComparison = Pick<Comparison, 'connectionId' | 'reason' | 'peerEpoch' | 'beganAt'>

/** Begins one, in the place of an earlier one of this connection. */
export async function replaceComparison(
  transaction: Db,
  { connectionId, reason, peerEpoch, beganAt }: NewComparison,
): Promise<void> {
  const columns = {
    reason,
    peer_epoch: peerEpoch,
    state: 'beginning',
    began_at: beganAt.getTime(),
    after_id: '',
    total: 0,
    open_count: 0,
    moved_at: beganAt.getTime(),
    decided_at: null,
    decided_by: null,
  }
  await transaction
    .insertInto('comparison')
    .values({ connection_id: connectionId, ...columns })
    .onConflict((conflict) => conflict.column('connection_id').doUpdateSet(columns))
    .execute()
}

/** Another one may have begun since this was read: that one stays. */
export async function changeComparison(
  transaction: Db,
  { connectionId, beganAt }: Pick<Comparison, 'connectionId' | 'beganAt'>,
  { state, after, total, open, movedAt, decidedAt, decidedBy }: Partial<Comparison>,
): Promise<void> {
  await transaction
    .updateTable('comparison')
    .set({
      ...(state !== undefined && { state }),
      ...(after !== undefined && { after_id: after }),
      ...(total !== undefined && { total }),
      ...(open !== undefined && { open_count: open }),
      ...(movedAt !== undefined && { moved_at: movedAt.getTime() }),
      ...(decidedAt !== undefined && { decided_at: decidedAt?.getTime() ?? null }),
      ...(decidedBy !== undefined && { decided_by: decidedBy }),
    })
    .where('connection_id', '=', connectionId)
    .where('began_at', '=', beganAt.getTime())
    .execute()
}

const openPairs = (db: Db, connectionId: string) =>
  db
    .selectFrom('sync_pair')
    .where('connection_id', '=', connectionId)
    .where(
      'state',
      'not in',
      ENDED_PAIR_STATES.map((state) => sql.lit(state)),
    )

/** Pairs that have not ended, in the order of their rows. */
export async function listOpenPairIds(
  db: Db,
  { connectionId, after, limit }: { readonly connectionId: string; readonly after: string; readonly limit: number },
): Promise<string[]> {
  const page = openPairs(db, connectionId).select('id').where('id', '>', after).orderBy('id').limit(boundNumber(limit))
  return (await page.execute()).map(({ id }) => id)
}

export async function countOpenPairs(db: Db, connectionId: string): Promise<number> {
  const { count } = await openPairs(db, connectionId)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whose whole state of the other side has still to be compared with ours. */
export async function countToCompare(db: Db, connectionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('sync_pair')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('connection_id', '=', connectionId)
    .where('to_compare', '=', sql.lit(1))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Connections that have pairs. */
export async function listSyncedConnections(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('sync_pair').select('connection_id').distinct().execute()
  return rows.map(({ connection_id: id }) => id)
}
