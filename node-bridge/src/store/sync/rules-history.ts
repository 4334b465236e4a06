import { boundNumber } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import { type RulesName, rulesOf, type RulesRecord } from './sync-rules.ts'

/** The versions of one direction, the newest first. */
export async function listRules(
  db: Db,
  { connectionId, table, direction }: RulesName,
  limit: number,
): Promise<RulesRecord[]> {
  const rows = await db
    .selectFrom('rules_version')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('direction', '=', direction)
    .orderBy('version', 'desc')
    .limit(boundNumber(limit))
    .execute()
  return rows.map(rulesOf)
}

export async function findVersion(
  db: Db,
  { connectionId, table, direction, version }: RulesName & Pick<RulesRecord, 'version'>,
): Promise<RulesRecord | undefined> {
  const row = await db
    .selectFrom('rules_version')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('direction', '=', direction)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && rulesOf(row)
}
