import type { Db } from '../engine/tables.ts'
import type { RulesRecord } from './sync-rules.ts'

/** What one version of a script met in the dictionary. What `met` and `warnings` say is nobody's affair here. */
export interface RulesDictionary extends Pick<RulesRecord, 'connectionId' | 'table' | 'direction' | 'version'> {
  readonly met: unknown
  readonly seenHash: string
  readonly warnings: readonly unknown[]
  readonly changedAt: Date
}

type Name = Pick<RulesDictionary, 'connectionId' | 'table' | 'direction'>

export async function findRulesDictionary(
  db: Db,
  { connectionId, table, direction }: Name,
): Promise<RulesDictionary | undefined> {
  const row = await db
    .selectFrom('rules_dictionary')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('direction', '=', direction)
    .executeTakeFirst()
  return (
    row && {
      connectionId,
      table,
      direction,
      version: row.version,
      met: JSON.parse(row.fields) as unknown,
      seenHash: row.seen_hash,
      warnings: JSON.parse(row.warnings) as unknown[],
      changedAt: new Date(Number(row.changed_at)),
    }
  )
}

/** `before`: what this is based on; undefined for nothing. False where another replica has seen the same: it says so then. */
export async function saveRulesDictionary(
  transaction: Db,
  { connectionId, table, direction, version, ...seen }: RulesDictionary,
  before: RulesDictionary | undefined,
): Promise<boolean> {
  const columns = {
    version,
    fields: JSON.stringify(seen.met),
    seen_hash: seen.seenHash,
    warnings: JSON.stringify(seen.warnings),
    warning_count: seen.warnings.length,
    changed_at: seen.changedAt.getTime(),
  }
  if (!before) {
    const name = { connection_id: connectionId, table_name: table, direction }
    const { numInsertedOrUpdatedRows: inserted } = await transaction
      .insertInto('rules_dictionary')
      .values({ ...name, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return inserted === 1n
  }
  const { numUpdatedRows } = await transaction
    .updateTable('rules_dictionary')
    .set(columns)
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('direction', '=', direction)
    .where('version', '=', before.version)
    .where('seen_hash', '=', before.seenHash)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Over all connections. */
export async function countDictionaryWarnings(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('rules_dictionary')
    .select(({ fn }) => fn.sum<number | string | null>('warning_count').as('count'))
    .executeTakeFirstOrThrow()
  return Number(count ?? 0)
}
