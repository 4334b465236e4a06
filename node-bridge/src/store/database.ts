import { join } from 'node:path'

import { Kysely } from 'kysely'

import { createBells, type Bells } from './bells.ts'
import { createGroupCommit, type Work } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { postgresDialect } from './postgres.ts'
import { sqliteDialect } from './sqlite.ts'
import { publishStatements } from './statements.ts'
import { nameTheDatabase } from './storage-failure.ts'
import type { Db, Tables } from './tables.ts'

export interface Database {
  readonly db: Db
  readonly dialect: 'sqlite' | 'postgres'
  /** Runs `work` in one transaction, all or nothing. It may run again after a deadlock, so it must only write to the database. */
  transaction<T>(work: Work<T>): Promise<T>
  /** Tells when a lane of this queue was given something by this process; answers the function that ends that. */
  onDue: Bells['onDue']
  close(): Promise<void>
}

export interface DatabaseLocation {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

const TRIES = 5
const TRANSIENT_POSTGRES_ERRORS = new Set(['40001', '40P01'])

/** Opens the database and brings its schema up to date. */
export async function openDatabase(
  { dataDir, databaseUrl }: DatabaseLocation,
  onIdleError: (error: Error) => void = () => undefined,
): Promise<Database> {
  const dialect = databaseUrl === undefined ? 'sqlite' : 'postgres'
  const file = join(dataDir, 'accord.sqlite')
  const log = publishStatements()
  const db: Db = new Kysely<Tables>({
    ...(log ? { log } : {}),
    dialect: databaseUrl === undefined ? sqliteDialect(file) : postgresDialect(databaseUrl, { onIdleError }),
  })
  try {
    await (databaseUrl === undefined ? migrate(db, dialect) : migrateServer(databaseUrl))
  } catch (error) {
    await db.destroy()
    const place =
      databaseUrl === undefined ? `ACCORD_DATA_DIR: ${file}` : `ACCORD_DATABASE_URL: ${new URL(databaseUrl).host}`
    throw nameTheDatabase(error, place)
  }
  const bells = createBells()
  // PostgreSQL groups the commits of its connections by itself.
  const transaction =
    dialect === 'sqlite' ? createGroupCommit(db, bells.ring) : <T>(work: Work<T>) => transact(db, work, bells)
  return { db, dialect, transaction, onDue: bells.onDue, close: () => db.destroy() }
}

/** A step on a large table, or the replica that migrates first, may take longer than any call would be given. */
async function migrateServer(databaseUrl: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, { patienceMs: 0 }) })
  await migrate(db, 'postgres').finally(() => db.destroy())
}

async function transact<T>(db: Db, work: Work<T>, bells: Bells, tried = 1): Promise<T> {
  try {
    const written = await db
      .transaction()
      .execute(async (transaction) => ({ value: await work(transaction), transaction }))
    bells.ring(written.transaction)
    return written.value
  } catch (error) {
    if (tried >= TRIES || !isTransient(error)) throw error
    return transact(db, work, bells, tried + 1)
  }
}

const isTransient = (error: unknown) =>
  error instanceof Error && 'code' in error && TRANSIENT_POSTGRES_ERRORS.has(String(error.code))

/** Did a unique index refuse the write? Both databases name the index or its column in the message. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['23505', 'SQLITE_CONSTRAINT_UNIQUE'].includes(String(error.code))
