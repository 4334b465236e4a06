import type { Db } from '../engine/tables.ts'
import type { RulesRecord } from './sync-rules.ts'

/** Which version has done it. */
export type TalliedRules = Pick<RulesRecord, 'connectionId' | 'table' | 'direction' | 'version'>

/** What a version has done: how often it ran, what that sent or wrote, and how often a pair waits for a person since. */
export interface Tally extends TalliedRules {
  readonly runs: number
  readonly writes: number
  readonly failures: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Adds what was counted to what stands there: several replicas count. */
export async function addTally(transaction: Db, tally: Tally): Promise<void> {
  const { runs, writes, failures, firstAt, lastAt } = tally
  await transaction
    .insertInto('rules_tally')
    .values({
      connection_id: tally.connectionId,
      table_name: tally.table,
      direction: tally.direction,
      version: tally.version,
      runs,
      writes,
      failures,
      first_at: firstAt.getTime(),
      last_at: lastAt.getTime(),
    })
    .onConflict((conflict) =>
      conflict.columns(['connection_id', 'table_name', 'direction', 'version']).doUpdateSet(({ eb }) => ({
        runs: eb('rules_tally.runs', '+', runs),
        writes: eb('rules_tally.writes', '+', writes),
        failures: eb('rules_tally.failures', '+', failures),
        last_at: lastAt.getTime(),
      })),
    )
    .execute()
}

export async function listTallies(db: Db, connectionId: string, table: string): Promise<Tally[]> {
  const rows = await db
    .selectFrom('rules_tally')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .execute()
  return rows.map((row) => ({
    connectionId,
    table,
    direction: row.direction === 'outgoing' ? 'outgoing' : 'incoming',
    version: row.version,
    runs: Number(row.runs),
    writes: Number(row.writes),
    failures: Number(row.failures),
    firstAt: new Date(Number(row.first_at)),
    lastAt: new Date(Number(row.last_at)),
  }))
}
