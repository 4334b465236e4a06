import { sql } from 'kysely'

import { type Migration, MIGRATIONS } from './migrations.ts'
import type { Db } from './tables.ts'

/** Any number that no other program on the same server uses for its own advisory lock. */
export const MIGRATION_LOCK = 4_122_707_214

type Dialect = 'sqlite' | 'postgres'

/** The schema is not the one that this release works with. The message is meant for the operator. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
}

/**
 * Brings the schema up to date in one transaction: all missing steps or none. Of several replicas that start together
 * one migrates while the others wait, on PostgreSQL at an advisory lock and on SQLite at its single writer.
 * Answers the steps that were taken. Throws `SchemaError` when the database was made by a newer release.
 */
export async function migrate(
  db: Db,
  dialect: Dialect,
  list: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  return db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await waitForTurn(transaction)
    await sql`create table if not exists schema_migration (id text primary key, applied_at bigint not null)`.execute(
      transaction,
    )
    const applied = await readApplied(transaction)
    refuseNewerSchema(applied, list)
    const missing = list.filter(({ id }) => !applied.has(id))
    for (const step of missing) {
      await step.up(transaction)
      await transaction.insertInto('schema_migration').values({ id: step.id, applied_at: Date.now() }).execute()
    }
    return missing.map(({ id }) => id)
  })
}

/** However long it takes: what its role, or a pooler's connection that somebody else had before, says of time-outs ends here. */
async function waitForTurn(transaction: Db): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(transaction)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction)
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction)
}

/**
 * For commands that work on the database of a node: they change no schema, neither under replicas of the release before nor
 * in a file that was kept. Throws `SchemaError` when the schema is older or newer than this release's, or when there is none.
 */
export async function requireSchema(db: Db, list: readonly Migration[] = MIGRATIONS): Promise<void> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'schema_migration'))
    throw new SchemaError('There is no database of a node here yet; start the node first')
  const applied = await readApplied(db)
  refuseNewerSchema(applied, list)
  const missing = list.find(({ id }) => !applied.has(id))
  if (missing)
    throw new SchemaError(
      `The database was made by an older release of Accord (it lacks ${missing.id}), and this command changes no schema: take the command of that release, or start the node of this one first`,
    )
}

/** For a file that may be of an older release. Throws `SchemaError` for one of a newer. */
export const requireKnownSteps = async (db: Db): Promise<void> => refuseNewerSchema(await readApplied(db), MIGRATIONS)

const readApplied = async (db: Db): Promise<Set<string>> =>
  new Set((await db.selectFrom('schema_migration').select('id').execute()).map(({ id }) => id))

function refuseNewerSchema(applied: ReadonlySet<string>, list: readonly Migration[]): void {
  const unknown = [...applied].find((id) => !list.some((step) => step.id === id))
  if (unknown) throw new SchemaError(`The database was made by a newer release of Accord (${unknown}); take that one`)
}
