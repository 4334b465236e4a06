import { rmSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'

import { findSchemaFlaws, tellFlaw } from './foreign-objects.ts'
import { requireKnownSteps } from './migrate.ts'
import type { Tables } from './tables.ts'

/** One read transaction: writers are not held up, and the copy has no log beside it. */
export function copySqliteFile(source: string, target: string): void {
  const database = new SqliteDatabase(source, { readonly: true, timeout: 10_000 })
  database.prepare('vacuum into ?').run(target)
  database.close()
}

/** What is wrong with a database file, if anything is. */
export function flawOfSqliteFile(file: string): string | undefined {
  let database: SqliteDatabase.Database | undefined
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    const verdict = String(database.pragma('integrity_check', { simple: true }))
    if (verdict !== 'ok') return verdict
    database.prepare('select id from schema_migration').all()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    database?.close()
    removeBeside(file)
  }
}

/** What of its schema no step of ours has made. */
export async function schemaFlawOfSqliteFile(file: string): Promise<string | undefined> {
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: new SqliteDatabase(file, { readonly: true, fileMustExist: true }) }),
  })
  try {
    await requireKnownSteps(db)
    const flaws = await findSchemaFlaws(db, 'sqlite')
    if (flaws.length === 0) return undefined
    return `its schema is not the one that Accord makes: ${flaws.map(tellFlaw).join(', ')}`
  } finally {
    await db.destroy()
    removeBeside(file)
  }
}

/** A look at a file in WAL mode leaves an empty log beside it. */
function removeBeside(file: string): void {
  for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true })
}
