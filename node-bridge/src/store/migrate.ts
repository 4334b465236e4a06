import { sql } from 'kysely'

import { type Migration, MIGRATIONS } from './migrations.ts'
import type { Db } from './tables.ts'

/** Any number that no other program on the same server uses for its own advisory lock. */
export const MIGRATION_LOCK = 4_122_707_214

type Dialect = 'sqlite' | 'postgres'

/** An older release on a database that has moved on. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
}

/**
 * Brings the schema up to date in one transaction: all missing steps or none. Of several replicas that start together
 * one migrates while the others wait, on PostgreSQL at an advisory lock and on SQLite at its single writer.
 * Throws `NewerSchemaError` when the database was made by a newer release.
 */
export async function migrate(db: Db, dialect: Dialect, list: readonly Migration[] = MIGRATIONS): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction)
    await sql`create table if not exists schema_migration (id text primary key, applied_at bigint not null)`.execute(
      transaction,
    )
    const applied = new Set(
      (await transaction.selectFrom('schema_migration').select('id').execute()).map(({ id }) => id),
    )
    refuseNewerSchema(applied, list)
    for (const step of list.filter(({ id }) => !applied.has(id))) {
      await step.up(transaction)
      await transaction.insertInto('schema_migration').values({ id: step.id, applied_at: Date.now() }).execute()
    }
  })
}

function refuseNewerSchema(applied: ReadonlySet<string>, list: readonly Migration[]): void {
  const unknown = [...applied].find((id) => !list.some((step) => step.id === id))
  if (unknown)
    throw new NewerSchemaError(`The database was made by a newer release of Accord (${unknown}); start that one`)
}
