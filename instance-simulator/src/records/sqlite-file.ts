import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Row } from '../contracts.ts'
import type { Persistence } from './row-tables.ts'
import type { TableSource } from './schema.ts'

const layout = `
  create table if not exists stored_row (table_name text not null, sys_id text not null, columns text not null,
    unique (table_name, sys_id));
  create table if not exists stored_table (name text primary key, source text not null) without rowid;
`

/**
 * One instance's data directory: `instance.sqlite` and the key of its encrypted columns. Writes of one turn of the event loop are
 * committed together; the HTTP layer flushes before it sends an answer, so no client learns of what a kill -9 could still lose.
 */
export class SqliteFile implements Persistence {
  readonly #database: DatabaseSync
  #open = false

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    this.#database = new DatabaseSync(join(dataDir, 'instance.sqlite'))
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;')
    this.#database.exec(layout)
    this.#statements = {
      saveRow: this.#database.prepare(
        'insert into stored_row values (?, ?, ?) on conflict do update set columns = excluded.columns',
      ),
      deleteRow: this.#database.prepare('delete from stored_row where table_name = ? and sys_id = ?'),
      saveTable: this.#database.prepare('insert or replace into stored_table values (?, ?)'),
      deleteTable: this.#database.prepare('delete from stored_table where name = ?'),
    }
  }

  readonly #statements

  rows(): Iterable<{ table: string; row: Row }> {
    return storedRows(this.#database)
  }

  tables(): readonly TableSource[] {
    return storedTables(this.#database)
  }

  saveRow(table: string, row: Row): void {
    this.#begin()
    this.#statements.saveRow.run(table, row['sys_id'] ?? '', JSON.stringify(row))
  }

  deleteRow(table: string, sysId: string): void {
    this.#begin()
    this.#statements.deleteRow.run(table, sysId)
  }

  saveTable(source: TableSource): void {
    this.#begin()
    this.#statements.saveTable.run(source.name, JSON.stringify(source))
  }

  deleteTable(name: string): void {
    this.#begin()
    this.#statements.deleteTable.run(name)
  }

  flush(): void {
    if (!this.#open) return
    this.#open = false
    this.#database.exec('commit')
  }

  close(): void {
    this.flush()
    this.#database.close()
  }

  #begin(): void {
    if (this.#open) return
    this.#database.exec('begin immediate')
    this.#open = true
    setImmediate(() => this.#database.isOpen && this.flush())
  }
}

/** In the order of their creation. */
export function* storedRows(database: DatabaseSync): Iterable<{ table: string; row: Row }> {
  for (const found of database.prepare('select table_name, columns from stored_row order by rowid').iterate()) {
    yield { table: String(found['table_name']), row: JSON.parse(String(found['columns'])) as Row }
  }
}

export function storedTables(database: DatabaseSync): readonly TableSource[] {
  const found = database.prepare('select source from stored_table').all()
  return found.map(({ source }) => JSON.parse(String(source)) as TableSource)
}

/** A clone reads what the original has encrypted: it gets the original's key. */
export function copyDirectoryKey(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, 'column.key'), readFileSync(join(from, 'column.key')), { mode: 0o600 })
}

/** The key of the directory's encrypted columns, made on first use, readable by its owner alone. */
export function dataDirectoryKey(dataDir: string): Buffer {
  const path = join(dataDir, 'column.key')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(path)) {
    writeFileSync(path, randomBytes(32), { mode: 0o600 })
    chmodSync(path, 0o600)
  }
  return readFileSync(path)
}
