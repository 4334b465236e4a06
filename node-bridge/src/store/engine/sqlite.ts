import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { type Driver, SqliteAdapter, SqliteDialect } from 'kysely'

import { createPrivately } from '../../files/private-file.ts'
import { SqliteDriver, type SqliteHandle } from './sqlite-driver.ts'

const LOCK_WAIT_MS = 10_000
const MAX_STATEMENTS = 500

/** What Kysely would put in a queue is put there by the driver, and only what writes. */
class ManyConnections extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class FileDialect extends SqliteDialect {
  readonly #file: string

  constructor(file: string) {
    super({ database: () => Promise.reject(new Error('The driver opens the database')) })
    this.#file = file
  }

  override createAdapter(): SqliteAdapter {
    return new ManyConnections()
  }

  override createDriver(): Driver {
    return new SqliteDriver(() => ({ writer: openWriter(this.#file), reader: openReader(this.#file) }))
  }
}

/** SQLite in one file. `file`: path of the database; its directory is made with mode 0700. */
export function sqliteDialect(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // SQLite would follow the umask; what it puts beside the file gets the file's own mode.
  createPrivately(file)
  return new FileDialect(file)
}

function openWriter(file: string): SqliteHandle {
  const database = new SqliteDatabase(file, { timeout: LOCK_WAIT_MS })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  // What a savepoint could take back would go to a file in /var/tmp: four of five bytes that a redeem wrote, and outside our directory.
  database.pragma('temp_store = MEMORY')
  return rememberStatements(database)
}

const openReader = (file: string): SqliteHandle =>
  rememberStatements(new SqliteDatabase(file, { timeout: LOCK_WAIT_MS, readonly: true }))

/** Our queries are few and the same: preparing one costs more than running it. The oldest goes when there are too many. */
function rememberStatements(database: SqliteDatabase.Database): SqliteHandle {
  const statements = new Map<string, SqliteDatabase.Statement<unknown[]>>()
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      const known = statements.get(sql)
      if (known) return known
      const statement = database.prepare<unknown[]>(sql)
      const [oldest] = statements.size >= MAX_STATEMENTS ? statements.keys() : []
      if (oldest !== undefined) statements.delete(oldest)
      statements.set(sql, statement)
      return statement
    },
  }
}
