import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase as SqliteConnection,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'

const LOCK_WAIT_MS = 10_000
const MAX_STATEMENTS = 500

/**
 * SQLite in one file. A transaction takes the write lock when it begins: one that reads first and writes later could
 * otherwise be refused halfway when another process has written in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** On a full disk SQLite takes the transaction back by itself; what was thrown first must not be hidden by that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch((error: unknown) => {
      if (!String(error).includes('no transaction is active')) throw error
    })
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #open: () => SqliteConnection

  constructor(open: () => SqliteConnection) {
    super({ database: async () => open() })
    this.#open = open
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: async () => this.#open() })
  }
}

/** `file`: path of the database; its directory is made with mode 0700. */
export function sqliteDialect(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  return new ImmediateDialect(() => {
    const database = new SqliteDatabase(file, { timeout: LOCK_WAIT_MS })
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    return rememberStatements(database)
  })
}

/** Our queries are few and the same: preparing one costs more than running it. The oldest goes when there are too many. */
function rememberStatements(database: SqliteDatabase.Database): SqliteConnection {
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
