import { CompiledQuery, sql } from 'kysely'

import type { Database } from '../../src/store/engine/database.ts'
import type { Db } from '../../src/store/engine/tables.ts'

/** Indexes of what is held or due now only, which stay small whatever grows. */
const SMALL_INDEX =
  /USING (?:COVERING )?INDEX (?:serial_queue_leased|sync_pair_claim|sync_pair_report|sync_pair_due|sync_pair_fault)\b/u

type Explain = (
  db: Db,
  texts: readonly string[],
  isGrowing: (table: string | undefined) => boolean,
) => Promise<string[]>

/** A scan along an index that a limit ends is no scan of the table. */
const explainInSqlite: Explain = async (db, texts, isGrowing) => {
  const scans: string[] = []
  for (const text of texts) {
    const values = Array.from(text.matchAll(/\?/gu), () => null)
    const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, values))
    for (const { detail } of rows) {
      const [, table, way] = /^SCAN (\w+)(.*)$/u.exec(detail) ?? []
      const isPage = way?.includes('USING') && (/limit/u.test(text) || SMALL_INDEX.test(way))
      if (isGrowing(table) && !isPage) scans.push(`${detail}: ${text}`)
    }
  }
  return scans
}

/** With scans of tables forbidden as far as there is another way: on an empty database they would be the cheapest. */
const explainInPostgres: Explain = (db, texts, isGrowing) =>
  db.connection().execute(async (connection) => {
    await sql`set enable_seqscan = off`.execute(connection)
    const scans: string[] = []
    for (const text of texts) {
      const plan = sql.raw<Record<string, string>>(`explain (generic_plan) ${text}`)
      for (const line of (await plan.execute(connection)).rows.flatMap((row) => Object.values(row)))
        if (isGrowing(/Seq Scan on (\w+)/u.exec(line)?.[1])) scans.push(`${line.trim()}: ${text}`)
    }
    await sql`reset enable_seqscan`.execute(connection)
    return scans
  })

/** Statements that read a whole table of these, each with the line of its plan that says so. */
export const findScans = (
  { dialect, db }: Pick<Database, 'dialect' | 'db'>,
  texts: readonly string[],
  growing: readonly string[],
): Promise<string[]> =>
  (dialect === 'sqlite' ? explainInSqlite : explainInPostgres)(db, texts, (table) => growing.includes(table ?? ''))

/** Finds by its connection alone, among all of its pairs, or reads the table. */
const WHOLE_CONNECTION = /\((?:connection_id=\?|connection_id = \$\d+)\)$|Seq Scan on sync_pair/u
/** Those that wait for a person have an index of their own, which stays small. */
const SMALL = /"fault" is not null/u

/** Statements that read all pairs of a connection, which has as many as its people have records, by the plan that is really taken. */
export async function findWholeConnections(
  { dialect, db }: Pick<Database, 'dialect' | 'db'>,
  texts: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const text of texts.filter((each) => each.includes('sync_pair') && !/limit/u.test(each) && !SMALL.test(each)))
    for (const line of await planOf(db, dialect, text))
      if (WHOLE_CONNECTION.test(line.replaceAll('::text', ''))) found.push(`${line.trim()}: ${text}`)
  return found
}

async function planOf(db: Db, dialect: Database['dialect'], text: string): Promise<string[]> {
  const values = dialect === 'sqlite' ? Array.from(text.matchAll(/\?/gu), () => null) : []
  const explain = dialect === 'sqlite' ? 'explain query plan' : 'explain (generic_plan)'
  const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`${explain} ${text}`, values))
  return rows.map((row) => String(dialect === 'sqlite' ? row['detail'] : Object.values(row)[0]))
}
