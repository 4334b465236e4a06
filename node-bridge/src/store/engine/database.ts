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
  /** Tells of what a transaction of this process has noted, once it is committed; answers the function that ends that. */
  onCommitted: AfterCommitNotifications['onCommitted']
  close(): Promise<void>
}

export interface DatabaseLocation {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

const TRIES = 5
const TRANSIENT_POSTGRES_ERRORS = new Set(['40001', '40P01'])

const fileIn = (dataDir: string): string => join(dataDir, 'accord.sqlite')

/** Is called for what nobody waits for. */
export interface OnFault {
  /** The server has dropped a connection that nobody was using. */
  readonly idleConnection?: (error: Error) => void
  /** A listener to what was committed has thrown: a fault of ours. */
  readonly listener?: (error: unknown) => void
}

/** Opens the database and brings its schema up to date: what a node does at its start. */
export const openDatabase = (
  location: DatabaseLocation,
  onFault: OnFault = {},
  signer?: EntrySigner,
): Promise<Database> =>
  open(location, { onFault, signer }, (db) =>
    location.databaseUrl === undefined ? migrate(db, 'sqlite') : migrateServer(location.databaseUrl),
  )

/** Opens the database of a node as it is, for a command. Throws `SchemaError` where this release would have to change it. */
export async function openExistingDatabase(location: DatabaseLocation, signer?: EntrySigner): Promise<Database> {
  if (location.databaseUrl === undefined && !existsSync(fileIn(location.dataDir)))
    throw new SchemaError(`There is no database in ${location.dataDir}; start the node first, or set ACCORD_DATA_DIR`)
  return open(location, { onFault: {}, signer }, async (db) => {
    await requireSchema(db)
    return []
  })
}

async function open(
  { dataDir, databaseUrl }: DatabaseLocation,
  { onFault, signer }: { readonly onFault: OnFault; readonly signer: EntrySigner | undefined },
  prepare: (db: Db) => Promise<readonly string[]>,
): Promise<Database> {
  const dialect = databaseUrl === undefined ? 'sqlite' : 'postgres'
  if (databaseUrl !== undefined) requireTlsFiles(databaseUrl)
  const file = fileIn(dataDir)
  const log = publishStatements()
  const db: Db = new Kysely<Tables>({
    ...(log ? { log } : {}),
    dialect:
      databaseUrl === undefined
        ? sqliteDialect(file)
        : postgresDialect(databaseUrl, { onIdleError: onFault.idleConnection }),
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
  const notifications = createAfterCommitNotifications(onFault.listener)
  // PostgreSQL groups the commits of its connections by itself.
  const commit =
    dialect === 'sqlite'
      ? createGroupCommit(db, notifications.publish)
      : <T>(work: Work<T>) => transact(db, work, notifications)
  const transaction = <T>(work: Work<T>): Promise<T> => (signer ? commit(signing(signer, work)) : commit(work))
  return { db, dialect, migrated, transaction, onCommitted: notifications.onCommitted, close: () => db.destroy() }
}

/** A step on a large table, or the replica that migrates first, may take longer than any call would be given. */
async function migrateServer(databaseUrl: string): Promise<readonly string[]> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, { timeoutMs: 0 }) })
  return migrate(db, 'postgres').finally(() => db.destroy())
}

const signing =
  <T>(signer: EntrySigner, work: Work<T>): Work<T> =>
  (transaction) => {
    signWith(transaction, signer)
    return work(transaction)
  }

async function transact<T>(db: Db, work: Work<T>, notifications: AfterCommitNotifications, tried = 1): Promise<T> {
  try {
    const written = await db
      .transaction()
      .execute(async (transaction) => ({ value: await work(transaction), transaction }))
    notifications.publish(written.transaction)
    return written.value
  } catch (error) {
    if (tried >= TRIES || !isTransient(error)) throw error
    return transact(db, work, notifications, tried + 1)
  }
}

const isTransient = (error: unknown) => TRANSIENT_POSTGRES_ERRORS.has(codeOf(error))
