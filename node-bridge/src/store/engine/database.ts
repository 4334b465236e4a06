import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { Kysely } from 'kysely'

import { createAfterCommitNotifications, type AfterCommitNotifications } from './after-commit-notifications.ts'
import { createGroupCommit, type Work } from './group-commit.ts'
import { type EntrySigner, signWith } from './entry-signers.ts'
import { migrate, requireSchema, SchemaError } from './migrate.ts'
import { postgresDialect } from './postgres.ts'
import { sqliteDialect } from './sqlite.ts'
import { publishStatements } from './statements.ts'
import { codeOf, nameTheDatabase } from './storage-failure.ts'
import type { Db, Tables } from './tables.ts'
import { requireTlsFiles } from './tls-files.ts'

export interface Database {
  readonly db: Db
  readonly dialect: 'sqlite' | 'postgres'
  /** Steps of the schema that were taken when it was opened. */
  readonly migrated: readonly string[]
  /** Runs `work` in one transaction, all or nothing. It may run again after a deadlock, so it must only write to the database. */
  transaction<T>(work: Work<T>): Promise<T>
  /** Tells when a lane of this queue was given something by this process; answers the function that ends that. */
  onDue: AfterCommitNotifications['onDue']
  close(): Promise<void>
}

export interface DatabaseLocation {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

const TRIES = 5
const TRANSIENT_POSTGRES_ERRORS = new Set(['40001', '40P01'])

const fileIn = (dataDir: string): string => join(dataDir, 'accord.sqlite')

/** Opens the database and brings its schema up to date: what a node does at its start. */
export const openDatabase = (
  location: DatabaseLocation,
  onIdleError: (error: Error) => void = () => undefined,
  signer?: EntrySigner,
): Promise<Database> =>
  open(location, { onIdleError, signer }, (db) =>
    location.databaseUrl === undefined ? migrate(db, 'sqlite') : migrateServer(location.databaseUrl),
  )

/** Opens the database of a node as it is, for a command. Throws `SchemaError` where this release would have to change it. */
export async function openExistingDatabase(location: DatabaseLocation, signer?: EntrySigner): Promise<Database> {
  if (location.databaseUrl === undefined && !existsSync(fileIn(location.dataDir)))
    throw new SchemaError(`There is no database in ${location.dataDir}; start the node first, or set ACCORD_DATA_DIR`)
  return open(location, { onIdleError: () => undefined, signer }, async (db) => {
    await requireSchema(db)
    return []
  })
}

async function open(
  { dataDir, databaseUrl }: DatabaseLocation,
  { onIdleError, signer }: { readonly onIdleError: (error: Error) => void; readonly signer: EntrySigner | undefined },
  prepare: (db: Db) => Promise<readonly string[]>,
): Promise<Database> {
  const dialect = databaseUrl === undefined ? 'sqlite' : 'postgres'
  if (databaseUrl !== undefined) requireTlsFiles(databaseUrl)
  const file = fileIn(dataDir)
  const log = publishStatements()
  const db: Db = new Kysely<Tables>({
    ...(log ? { log } : {}),
    dialect: databaseUrl === undefined ? sqliteDialect(file) : postgresDialect(databaseUrl, { onIdleError }),
  })
  let migrated: readonly string[]
  try {
    migrated = await prepare(db)
  } catch (error) {
    await db.destroy()
    const place =
      databaseUrl === undefined ? `ACCORD_DATA_DIR: ${file}` : `ACCORD_DATABASE_URL: ${new URL(databaseUrl).host}`
    throw nameTheDatabase(error, place)
  }
  const bells = createAfterCommitNotifications()
  // PostgreSQL groups the commits of its connections by itself.
  const commit =
    dialect === 'sqlite' ? createGroupCommit(db, bells.ring) : <T>(work: Work<T>) => transact(db, work, bells)
  const transaction = <T>(work: Work<T>): Promise<T> => (signer ? commit(signing(signer, work)) : commit(work))
  return { db, dialect, migrated, transaction, onDue: bells.onDue, close: () => db.destroy() }
}

/** A step on a large table, or the replica that migrates first, may take longer than any call would be given. */
async function migrateServer(databaseUrl: string): Promise<readonly string[]> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, { patienceMs: 0 }) })
  return migrate(db, 'postgres').finally(() => db.destroy())
}

const signing =
  <T>(signer: EntrySigner, work: Work<T>): Work<T> =>
  (transaction) => {
    signWith(transaction, signer)
    return work(transaction)
  }

async function transact<T>(db: Db, work: Work<T>, bells: AfterCommitNotifications, tried = 1): Promise<T> {
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

const isTransient = (error: unknown) => TRANSIENT_POSTGRES_ERRORS.has(codeOf(error))

/** Did a unique index refuse the write? Both databases name the index or its column in the message. */
export const isUniqueViolation = (error: unknown): boolean =>
  ['23505', 'SQLITE_CONSTRAINT_UNIQUE'].includes(codeOf(error))
