import type { BulkFilter, BulkState, BulkStep } from '@accord/shared/sync'
import type { Selectable } from 'kysely'

import { orderedId } from '../../identifiers/ordered-id.ts'
import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { BulkTable } from '../engine/tables/bulk-tables.ts'
import type { ItemPlace } from './pair-page.ts'

/** One step with many pairs of the queue. */
export interface BulkRecord {
  readonly id: string
  readonly step: BulkStep
  readonly state: BulkState
  readonly filter: BulkFilter
  readonly connectionId: string | undefined
  readonly table: string | undefined
  readonly cause: string | undefined
  readonly unmovedSince: Date
  /** The last pair that it has come to. */
  readonly after: ItemPlace | undefined
  readonly total: number
  readonly seen: number
  readonly changed: number
  readonly beganAt: Date
  readonly beganBy: string
  readonly movedAt: Date
}

export type NewBulk = Omit<BulkRecord, 'id' | 'state' | 'after' | 'seen' | 'changed' | 'movedAt'>

/** Answers its id. */
export async function insertBulk(transaction: Db, bulk: NewBulk): Promise<string> {
  const id = orderedId(bulk.beganAt)
  await transaction
    .insertInto('bulk')
    .values({
      id,
      step: bulk.step,
      state: 'running',
      filter: bulk.filter,
      connection_id: bulk.connectionId ?? null,
      table_name: bulk.table ?? null,
      cause: bulk.cause ?? null,
      unmoved_since: bulk.unmovedSince.getTime(),
      after_at: null,
      after_id: null,
      total: bulk.total,
      seen: 0,
      changed: 0,
      began_at: bulk.beganAt.getTime(),
      began_by: bulk.beganBy,
      moved_at: bulk.beganAt.getTime(),
    })
    .execute()
  return id
}

export async function findBulk(db: Db, id: string): Promise<BulkRecord | undefined> {
  const row = await db.selectFrom('bulk').selectAll().where('id', '=', id).executeTakeFirst()
  return row && bulkOf(row)
}

/** The newest first. */
export async function listBulkRecords(db: Db, limit: number): Promise<BulkRecord[]> {
  const rows = await db.selectFrom('bulk').selectAll().orderBy('id', 'desc').limit(boundNumber(limit)).execute()
  return rows.map(bulkOf)
}

/** How many are under way or rest; nobody begins without end. */
export async function countOpenBulks(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('bulk')
    .where('state', 'in', ['running', 'paused'])
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** False where it does not stand so any longer. */
export async function changeBulkFrom(
  transaction: Db,
  {
    id,
    from,
    to,
    at,
  }: { readonly id: string; readonly from: readonly BulkState[]; readonly to: BulkState; readonly at: Date },
): Promise<boolean> {
  const row = await transaction
    .updateTable('bulk')
    .set({ state: to, moved_at: at.getTime() })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How far it has come. False where a person has paused or cancelled it meanwhile, or another replica has taken the same page. */
export async function advanceBulk(
  transaction: Db,
  before: Pick<BulkRecord, 'id' | 'seen'>,
  { after, seen, changed }: Pick<BulkRecord, 'after' | 'seen' | 'changed'>,
  at: Date,
): Promise<boolean> {
  const row = await transaction
    .updateTable('bulk')
    .set({
      ...(after && { after_at: after.changedAt, after_id: after.id }),
      seen,
      changed,
      moved_at: at.getTime(),
    })
    .where('id', '=', before.id)
    .where('seen', '=', before.seen)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Those that ended before that time. */
export async function forgetBulks(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('bulk')
    .where('state', 'in', ['done', 'cancelled'])
    .where('moved_at', '<', before.getTime())
    .execute()
}

const bulkOf = (row: Selectable<BulkTable>): BulkRecord => ({
  id: row.id,
  step: row.step as BulkStep,
  state: row.state as BulkState,
  filter: row.filter as BulkFilter,
  connectionId: row.connection_id ?? undefined,
  table: row.table_name ?? undefined,
  cause: row.cause ?? undefined,
  unmovedSince: new Date(Number(row.unmoved_since)),
  after: row.after_id === null ? undefined : { changedAt: Number(row.after_at), id: row.after_id },
  total: row.total,
  seen: row.seen,
  changed: row.changed,
  beganAt: new Date(Number(row.began_at)),
  beganBy: row.began_by,
  movedAt: new Date(Number(row.moved_at)),
})
