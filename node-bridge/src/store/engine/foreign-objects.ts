import SqliteDatabase from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'

import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import type { Db, Tables } from './tables.ts'

/** Something in the database that no step of ours has made, or one of ours that is missing or has another definition. */
export interface SchemaFlaw {
  /** `trigger`, `view`, `table`, `index`, `rule`, `function`, … */
  readonly type: string
  readonly name: string
  readonly what: 'foreign' | 'changed' | 'missing'
}

export const tellFlaw = ({ type, name, what }: SchemaFlaw): string =>
  what === 'foreign' ? `${type} ${name}` : `${type} ${name} (${what})`

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly sql: string
}

/** A trigger or a view lies in wait: it does what its maker wants with our rights, and a backup carries it on. */
export const findSchemaFlaws = (db: Db, dialect: 'sqlite' | 'postgres'): Promise<SchemaFlaw[]> =>
  dialect === 'sqlite' ? findInSqlite(db) : findInPostgres(db)

const readSqlite = async (db: Db): Promise<SchemaObject[]> => {
  const { rows } = await sql<SchemaObject>`select type, name, coalesce(sql, '') as sql from sqlite_schema
    where name not like 'sqlite\\_%' escape '\\'`.execute(db)
  return rows
}

async function findInSqlite(db: Db): Promise<SchemaFlaw[]> {
  const own = new Map((await ownSchema(db)).map((object) => [`${object.type} ${object.name}`, object]))
  const found = await readSqlite(db)
  const names = new Set(found.map(({ type, name }) => `${type} ${name}`))
  const flaws = found.flatMap(({ type, name, sql: text }): SchemaFlaw[] => {
    const made = own.get(`${type} ${name}`)
    if (!made) return [{ type, name, what: 'foreign' }]
    return normal(made.sql) === normal(text) ? [] : [{ type, name, what: 'changed' }]
  })
  const missing = [...own.values()].filter(({ type, name }) => !names.has(`${type} ${name}`))
  return [...flaws, ...missing.map(({ type, name }) => ({ type, name, what: 'missing' as const }))]
}

/** What the steps that this database has taken would make of an empty one. */
async function ownSchema(db: Db): Promise<SchemaObject[]> {
  const applied = new Set((await db.selectFrom('schema_migration').select('id').execute()).map(({ id }) => id))
  const empty = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new SqliteDatabase(':memory:') }) })
  try {
    await migrate(
      empty,
      'sqlite',
      MIGRATIONS.filter(({ id }) => applied.has(id)),
    )
    return await readSqlite(empty)
  } finally {
    await empty.destroy()
  }
}

/** Columns in any order: databases of different age have taken the same steps at different times. */
const normal = (text: string): string => {
  const [, before = '', inside = '', after = ''] =
    /^([^(]*)\(([^]*)\)([^)]*)$/u.exec(text.replaceAll(/\s+/gu, ' ')) ?? []
  return inside === '' ? text : [before.trim(), ...partsOf(inside).toSorted(), after.trim()].join('|')
}

/** Between commas outside of brackets. */
function partsOf(list: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of list) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim())
}

/** Of extensions nothing is said: whoever may install one owns the server. */
async function findInPostgres(db: Db): Promise<SchemaFlaw[]> {
  const own = new Set((await ownSchema(db)).map(({ type, name }) => `${type} ${name}`))
  const { rows } = await sql<{ type: string; name: string }>`
    with home as (select oid from pg_namespace where nspname = current_schema()),
      extended as (select objid from pg_depend where deptype = 'e')
    select 'trigger' as type, tgname || ' on ' || relname as name from pg_trigger
      join pg_class on pg_class.oid = tgrelid where not tgisinternal and relnamespace in (select oid from home)
    union all select 'rule', rulename || ' on ' || relname from pg_rewrite
      join pg_class on pg_class.oid = ev_class where rulename <> '_RETURN' and relnamespace in (select oid from home)
    union all select 'policy', polname || ' on ' || relname from pg_policy
      join pg_class on pg_class.oid = polrelid where relnamespace in (select oid from home)
    union all select 'event trigger', evtname from pg_event_trigger where oid not in (select objid from extended)
    union all select 'function', proname from pg_proc
      where pronamespace in (select oid from home) and oid not in (select objid from extended)
    union all select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table'
        when 'i' then 'index' else 'table' end, relname from pg_class
      where relkind in ('v', 'm', 'f', 'r', 'p', 'i') and relnamespace in (select oid from home)
      and oid not in (select objid from extended) and oid not in (select conindid from pg_constraint)
    union all select 'constraint', conname || ' on ' || relname from pg_constraint
      join pg_class on pg_class.oid = conrelid where contype in ('f', 't', 'x') and relnamespace in (select oid from home)`.execute(
    db,
  )
  return rows.filter(({ type, name }) => !own.has(`${type} ${name}`)).map((row) => ({ ...row, what: 'foreign' }))
}
