import type { Selectable } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { RulesCanaryTable } from '../engine/tables/canary-tables.ts'
import type { RulesRecord } from './sync-rules.ts'

/** `superseded`: somebody has published other rules meanwhile. */
export type CanaryState = 'running' | 'promoted' | 'fell_back' | 'superseded'

/** One script of it. `before`: the version beside which it is tried. Undefined where that script stays what it is. */
export interface TriedRules {
  readonly rules: RulesRecord
  readonly before: number
}

export interface RulesCanary {
  readonly id: string
  readonly connectionId: string
  readonly table: string
  readonly tried: Readonly<Partial<Record<RulesRecord['direction'], TriedRules>>>
  readonly ofPairs: number
  readonly mostFailures: number
  readonly state: CanaryState
  readonly beganAt: Date
  readonly beganBy: string
  readonly endedAt: Date | null
  readonly endedBy: string | null
}

type Place = Pick<RulesCanary, 'connectionId' | 'table'>

const keyOf = ({ connectionId, table }: Place): string => `${connectionId} ${table}`

const STATES: readonly CanaryState[] = ['running', 'promoted', 'fell_back', 'superseded']

function canaryOf(row: Selectable<RulesCanaryTable>): RulesCanary {
  const tried = JSON.parse(row.rules) as RulesCanary['tried']
  const revived = Object.entries(tried).map(([direction, { rules, before }]) => [
    direction,
    { before, rules: { ...rules, publishedAt: new Date(rules.publishedAt) } },
  ])
  return {
    id: row.id,
    connectionId: row.connection_id,
    table: row.table_name,
    tried: Object.fromEntries(revived) as RulesCanary['tried'],
    ofPairs: row.of_pairs,
    mostFailures: row.most_failures,
    state: STATES.find((each) => each === row.state) ?? 'superseded',
    beganAt: new Date(Number(row.began_at)),
    beganBy: row.began_by,
    endedAt: row.ended_at === null ? null : new Date(Number(row.ended_at)),
    endedBy: row.ended_by,
  }
}

/** False where one runs for this connection and table. Those that have ended are forgotten with it, but for their numbers. */
export async function insertCanary(transaction: Db, canary: RulesCanary): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await transaction
    .insertInto('rules_canary')
    .values({
      id: canary.id,
      connection_id: canary.connectionId,
      table_name: canary.table,
      running_key: keyOf(canary),
      rules: JSON.stringify(canary.tried),
      of_pairs: canary.ofPairs,
      most_failures: canary.mostFailures,
      state: canary.state,
      began_at: canary.beganAt.getTime(),
      began_by: canary.beganBy,
      ended_at: null,
      ended_by: null,
      is_settled: 0,
    })
    .onConflict((conflict) => conflict.column('running_key').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

export async function findRunningCanary(db: Db, place: Place): Promise<RulesCanary | undefined> {
  const row = await db.selectFrom('rules_canary').selectAll().where('running_key', '=', keyOf(place)).executeTakeFirst()
  return row && canaryOf(row)
}

const runningOf = compiledOnce((db, { itemId }: { itemId: string }) =>
  db
    .selectFrom('canary_pair')
    .innerJoin('rules_canary', 'rules_canary.id', 'canary_pair.canary_id')
    .selectAll('rules_canary')
    .where('item_id', '=', itemId)
    .where('running_key', 'is not', null),
)

/** The one that a pair is part of, while it runs. */
export async function findCanaryOf(db: Db, itemId: string): Promise<RulesCanary | undefined> {
  const [row] = (await runningOf(db, { itemId })).rows
  return row && canaryOf(row)
}

/** Each of these connections. */
export async function listRunningCanaries(db: Db, places: readonly Place[]): Promise<RulesCanary[]> {
  const keys = [...new Set(places.map(keyOf))]
  if (keys.length === 0) return []
  const rows = await db.selectFrom('rules_canary').selectAll().where('running_key', 'in', keys).execute()
  return rows.map(canaryOf)
}

/** The one that began last, whether it runs or not. */
export async function findLastCanary(db: Db, { connectionId, table }: Place): Promise<RulesCanary | undefined> {
  const row = await db
    .selectFrom('rules_canary')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && canaryOf(row)
}

/** The highest number of a version that was ever tried, so that none stands for two texts; 0 where none was. */
export async function highestTried(db: Db, place: Place, direction: RulesRecord['direction']): Promise<number> {
  const rows = await db
    .selectFrom('rules_canary')
    .select('rules')
    .where('connection_id', '=', place.connectionId)
    .where('table_name', '=', place.table)
    .execute()
  const tried = rows.map(({ rules }) => (JSON.parse(rules) as RulesCanary['tried'])[direction]?.rules.version ?? 0)
  return Math.max(0, ...tried)
}

/** Holds it until the transaction ends, so that whoever counts its pairs counts all. False where it runs no more. */
export async function lockCanary(transaction: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('rules_canary')
    .set({ is_settled: 0 })
    .where('id', '=', id)
    .where('running_key', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where it has ended before. */
export async function endCanary(
  transaction: Db,
  id: string,
  { state, by, at }: { readonly state: Exclude<CanaryState, 'running'>; readonly by: string | null; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('rules_canary')
    .set({ state, running_key: null, ended_at: at.getTime(), ended_by: by, is_settled: 0 })
    .where('id', '=', id)
    .where('running_key', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those that have ended and whose pairs do not go on yet. */
export async function listUnsettledCanaries(db: Db): Promise<RulesCanary[]> {
  const rows = await db
    .selectFrom('rules_canary')
    .selectAll()
    .where('running_key', 'is', null)
    .where('is_settled', '=', 0)
    .execute()
  return rows.map(canaryOf)
}

export const settleCanary = async (transaction: Db, id: string): Promise<void> =>
  void (await transaction.updateTable('rules_canary').set({ is_settled: 1 }).where('id', '=', id).execute())
