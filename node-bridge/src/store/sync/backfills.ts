import { type BackfillState, type BackfillWait, STATUSES_OF } from '@accord/shared/sync'
import type { Selectable } from 'kysely'

import { firstIdOf } from '../../identifiers/ordered-id.ts'
import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { BackfillTable } from '../engine/tables/backfill-tables.ts'

/** Why it does not go on now. `code`: of the catalogue, where that says more. */
export interface Waiting {
  readonly reason: BackfillWait
  readonly code: string | null
  readonly until: Date | null
}

/** Records that match a trigger and existed before it are brought in, page by page. A connection has one at a time. */
export interface BackfillRecord {
  readonly connectionId: string
  readonly table: string
  /** As the trigger said when it began. */
  readonly query: string
  readonly state: BackfillState
  readonly perMinute: number
  readonly beganAt: Date
  readonly beganBy: string
  readonly movedAt: Date
  /** Its rate lets no further record begin before that. */
  readonly nextAt: Date
  readonly endedBy: string | null
  /** The last record that it has come past; empty at the beginning. */
  readonly after: string
  readonly total: number
  readonly seen: number
  readonly opened: number
  readonly waits: Waiting | null
}

const backfillOf = (row: Selectable<BackfillTable>): BackfillRecord => ({
  connectionId: row.connection_id,
  table: row.table_name,
  query: row.query,
  state: row.state as BackfillState,
  perMinute: row.per_minute,
  beganAt: new Date(Number(row.began_at)),
  beganBy: row.began_by,
  movedAt: new Date(Number(row.moved_at)),
  nextAt: new Date(Number(row.next_at)),
  endedBy: row.ended_by,
  after: row.after_id,
  total: row.total,
  seen: row.seen,
  opened: row.opened,
  waits:
    row.wait_reason === null
      ? null
      : {
          reason: row.wait_reason as BackfillWait,
          code: row.wait_code,
          until: row.wait_until === null ? null : new Date(Number(row.wait_until)),
        },
})

export async function findBackfill(db: Db, connectionId: string): Promise<BackfillRecord | undefined> {
  const row = await db.selectFrom('backfill').selectAll().where('connection_id', '=', connectionId).executeTakeFirst()
  return row && backfillOf(row)
}

export async function listBackfills(db: Db): Promise<BackfillRecord[]> {
  return (await db.selectFrom('backfill').selectAll().execute()).map(backfillOf)
}

type Columns = Partial<Omit<BackfillTable, 'connection_id'>>

/** Of what is given, and of nothing else: a person and the work change different things at the same time. */
function columnsOf(change: Partial<BackfillRecord>): Columns {
  const { table, query, state, perMinute, beganAt, beganBy, movedAt, nextAt, endedBy, after, total, seen, opened } =
    change
  const { waits } = change
  return {
    ...(table !== undefined && { table_name: table }),
    ...(query !== undefined && { query }),
    ...(state !== undefined && { state }),
    ...(perMinute !== undefined && { per_minute: perMinute }),
    ...(beganAt && { began_at: beganAt.getTime() }),
    ...(beganBy !== undefined && { began_by: beganBy }),
    ...(movedAt && { moved_at: movedAt.getTime() }),
    ...(nextAt && { next_at: nextAt.getTime() }),
    ...(endedBy !== undefined && { ended_by: endedBy }),
    ...(after !== undefined && { after_id: after }),
    ...(total !== undefined && { total }),
    ...(seen !== undefined && { seen }),
    ...(opened !== undefined && { opened }),
    ...(waits !== undefined && {
      wait_reason: waits?.reason ?? null,
      wait_code: waits?.code ?? null,
      wait_until: waits?.until?.getTime() ?? null,
    }),
  }
}

/** Begins one, in the place of an earlier one of this connection that goes on no longer. False where one does. */
export async function replaceBackfill(transaction: Db, backfill: BackfillRecord): Promise<boolean> {
  const columns = columnsOf(backfill) as Omit<BackfillTable, 'connection_id'>
  const { numInsertedOrUpdatedRows: written } = await transaction
    .insertInto('backfill')
    .values({ connection_id: backfill.connectionId, ...columns })
    .onConflict((conflict) =>
      conflict.column('connection_id').doUpdateSet(columns).where('backfill.state', 'in', ['done', 'ended']),
    )
    .executeTakeFirst()
  return (written ?? 0n) > 0n
}

/**
 * False where a person has paused or ended it since this was read, or somebody else has come further with it: nothing is written. The
 * row stays locked until the end of the transaction.
 */
export async function advanceBackfill(
  transaction: Db,
  { connectionId, beganAt, after }: BackfillRecord,
  change: Partial<BackfillRecord>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('backfill')
    .set(columnsOf(change))
    .where('connection_id', '=', connectionId)
    .where('began_at', '=', beganAt.getTime())
    .where('state', '=', 'running')
    .where('after_id', '=', after)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What a person wants of it. False where it does not stand so (any more): nothing is written. */
export async function changeBackfillFrom(
  transaction: Db,
  connectionId: string,
  states: readonly BackfillState[],
  change: Partial<BackfillRecord>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('backfill')
    .set(columnsOf(change))
    .where('connection_id', '=', connectionId)
    .where('state', 'in', states)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Which of these records are in a pair of the connection, or were in one that has ended and keeps it. */
export async function findPairedIds(
  db: Db,
  { connectionId, table }: { readonly connectionId: string; readonly table: string },
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('sync_pair')
    .select('record_id as id')
    .where('table_name', '=', table)
    .where('record_id', 'in', ids)
    .where('connection_id', '=', connectionId)
    .execute()
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}

/** Records of a table that are in a pair of the connection, whatever its trigger finds. */
export async function countPairedOf(
  db: Db,
  { connectionId, table }: { readonly connectionId: string; readonly table: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('sync_pair')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('record_id', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Pairs of the connection that began since then and wait for a person, here or there; nobody counts further than `upTo`. */
export async function countHeldSince(
  db: Db,
  connectionId: string,
  { since, upTo }: { readonly since: Date; readonly upTo: number },
): Promise<number> {
  const rows = await db
    .selectFrom('sync_pair')
    .select('id')
    .where('connection_id', '=', connectionId)
    .where('status', 'in', STATUSES_OF.held)
    .where('id', '>', firstIdOf(since))
    .limit(boundNumber(upTo))
    .execute()
  return rows.length
}
