import { COMMENT_HISTORIES, type CommentHistory } from '@accord/shared/sync'
import { type Selectable, sql } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import { boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { RulesVersionTable, SyncTriggerTable } from '../engine/tables/sync-tables.ts'

export interface TriggerRecord {
  readonly id: string
  readonly connectionId: string
  readonly table: string
  /** Encoded query of the tracker. */
  readonly query: string
  readonly isActive: boolean
  readonly history: CommentHistory
  readonly notes: string
  readonly changedAt: Date
  readonly changedBy: string
}

const triggerOf = (row: Selectable<SyncTriggerTable>): TriggerRecord => ({
  id: row.id,
  connectionId: row.connection_id,
  table: row.table_name,
  query: row.query,
  isActive: row.active === 1,
  history: COMMENT_HISTORIES.find((each) => each === row.history) ?? 'none',
  notes: row.notes,
  changedAt: new Date(row.changed_at),
  changedBy: row.changed_by,
})

export async function listTriggers(db: Db): Promise<TriggerRecord[]> {
  return (await db.selectFrom('sync_trigger').selectAll().where('active', '=', 1).execute()).map(triggerOf)
}

/** A connection has one trigger for a table. */
export async function findTrigger(db: Db, connectionId: string, table: string): Promise<TriggerRecord | undefined> {
  const row = await db
    .selectFrom('sync_trigger')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && triggerOf(row)
}

export async function saveTrigger(transaction: Db, trigger: TriggerRecord): Promise<void> {
  const columns = {
    table_name: trigger.table,
    query: trigger.query,
    active: trigger.isActive ? 1 : 0,
    history: trigger.history,
    notes: trigger.notes,
    changed_at: trigger.changedAt.getTime(),
    changed_by: trigger.changedBy,
  }
  await transaction
    .insertInto('sync_trigger')
    .values({ id: trigger.id, connection_id: trigger.connectionId, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

export interface RulesRecord {
  readonly connectionId: string
  readonly table: string
  readonly direction: 'outgoing' | 'incoming'
  readonly version: number
  readonly source: string
  /** The source without its types. */
  readonly code: string
  readonly mayWiden: boolean
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly note: string
}

export const rulesOf = (row: Selectable<RulesVersionTable>): RulesRecord => ({
  connectionId: row.connection_id,
  table: row.table_name,
  direction: row.direction === 'outgoing' ? 'outgoing' : 'incoming',
  version: row.version,
  source: row.source,
  code: row.code,
  mayWiden: row.may_widen === 1,
  publishedAt: new Date(row.published_at),
  publishedBy: row.published_by,
  note: row.note,
})

export type RulesName = Pick<RulesRecord, 'connectionId' | 'table' | 'direction'>

const newestRules = compiledOnce((db, { connectionId, table, direction }: RulesName) =>
  db
    .selectFrom('rules_version')
    .selectAll()
    .where('connection_id', '=', boundText(connectionId))
    .where('table_name', '=', boundText(table))
    .where('direction', '=', boundText(direction))
    .orderBy('version', 'desc')
    .limit(sql.lit(1)),
)

/** The version that counts now. */
export async function findRules(
  db: Db,
  { connectionId, table, direction }: RulesName,
): Promise<RulesRecord | undefined> {
  const [row] = (await newestRules(db, { connectionId, table, direction })).rows
  return row && rulesOf(row)
}

/** The table whose rules were published last. */
export async function findConfiguredTable(db: Db, connectionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('rules_version')
    .select('table_name')
    .where('connection_id', '=', connectionId)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.table_name
}

const incomingTable = compiledOnce((db, { connectionId }: { connectionId: string }) =>
  db
    .selectFrom('rules_version')
    .select('table_name')
    .where('connection_id', '=', boundText(connectionId))
    .where('direction', '=', sql.lit('incoming'))
    .orderBy('published_at')
    .limit(sql.lit(1)),
)

/** The table of a connection whose messages are taken; undefined before any incoming rules were published. */
export const findIncomingTable = async (db: Db, connectionId: string): Promise<string | undefined> =>
  (await incomingTable(db, { connectionId })).rows[0]?.table_name

/** False when this version is there already: two admins have published at once. */
/** Connections and tables for which rules were ever published. */
export const listConfigured = (
  db: Db,
  limit: number,
): Promise<{ readonly connectionId: string; readonly table: string }[]> =>
  db
    .selectFrom('rules_version')
    .select(['connection_id as connectionId', 'table_name as table'])
    .distinct()
    .limit(limit)
    .execute()

export async function insertRules(transaction: Db, rules: RulesRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await transaction
    .insertInto('rules_version')
    .values({
      connection_id: rules.connectionId,
      table_name: rules.table,
      direction: rules.direction,
      version: rules.version,
      source: rules.source,
      code: rules.code,
      may_widen: rules.mayWiden ? 1 : 0,
      published_at: rules.publishedAt.getTime(),
      published_by: rules.publishedBy,
      note: rules.note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** Rules of both directions are published, and a trigger is active. */
export async function isConfigured(db: Db, connectionId: string): Promise<boolean> {
  const directions = await db
    .selectFrom('rules_version')
    .select('direction')
    .distinct()
    .where('connection_id', '=', connectionId)
    .execute()
  if (directions.length < 2) return false
  const trigger = await db
    .selectFrom('sync_trigger')
    .select('id')
    .where('connection_id', '=', connectionId)
    .where('active', '=', 1)
    .limit(1)
    .executeTakeFirst()
  return trigger !== undefined
}

export async function hasRules(db: Db, connectionId: string): Promise<boolean> {
  const some = db.selectFrom('rules_version').select('version').where('connection_id', '=', connectionId).limit(1)
  return (await some.executeTakeFirst()) !== undefined
}
