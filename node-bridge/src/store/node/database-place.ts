import { sql } from 'kysely'

import type { Db } from '../engine/tables.ts'

/**
 * Where the rows of a database on a server lie: which cluster, which database of it, which table. A dump holds none of these, so that
 * rows which say another place than they are at were brought there. Undefined: the server does not say.
 */
export interface DatabasePlace {
  readonly system?: string
  readonly database?: string
  readonly table?: string
}

/** Empty on the embedded database, and of a server that says nothing of itself. */
export async function readDatabasePlace(db: Db, dialect: 'sqlite' | 'postgres'): Promise<DatabasePlace> {
  if (dialect === 'sqlite') return {}
  const [own, system] = await Promise.all([
    ask<{ database: string; table: string }>(
      db,
      `select (select oid::text from pg_database where datname = current_database()) as database,
        to_regclass('restore_epoch')::oid::text as "table"`,
    ),
    ask<{ system: string }>(db, 'select system_identifier::text as system from pg_control_system()'),
  ])
  return { ...own, ...system }
}

/** A managed server may keep one of these to itself: the others tell as well. */
async function ask<Row>(db: Db, question: string): Promise<Row | undefined> {
  try {
    return (await sql.raw<Row>(question).execute(db)).rows[0]
  } catch {
    return undefined
  }
}

/** Do two places differ in anything that both say? */
export const isElsewhere = (known: DatabasePlace, now: DatabasePlace): boolean =>
  (['system', 'database', 'table'] as const).some(
    (name) => known[name] !== undefined && now[name] !== undefined && known[name] !== now[name],
  )
