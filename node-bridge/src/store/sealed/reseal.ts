import { sql } from 'kysely'

import type { Database } from '../engine/database.ts'
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts'
import type { Vault } from '../../vault/vault.ts'

interface SealedRow {
  readonly key: unknown
  readonly owner: unknown
  readonly sealed: string
}

const BATCH = 100

/**
 * Seals everything that an earlier master key sealed with the current one. Each value is replaced only while it is still
 * the one that was read, so that this may run beside a node and may be interrupted and begun again at any moment.
 * Answers how many values were resealed. Throws `VaultError` for a value that neither key opens; nothing is lost then.
 */
export async function resealEverything(database: Database, vault: Vault): Promise<number> {
  let resealed = 0
  for (const column of SEALED_COLUMNS) {
    for (
      let rows = await readOld(database, vault, column);
      rows.length > 0;
      rows = await readOld(database, vault, column)
    )
      resealed += await resealRows(database, vault, column, rows)
  }
  return resealed
}

async function readOld(
  { db }: Database,
  { keyId }: Vault,
  { table, column, key, owner }: SealedColumn,
): Promise<SealedRow[]> {
  const sealed = sql.ref(column)
  const { rows } = await sql<SealedRow>`select ${sql.ref(key)} as key, ${sql.ref(owner)} as owner, ${sealed} as sealed
    from ${sql.table(table)} where ${sealed} not like ${`v1.${keyId}.%`} limit ${sql.lit(BATCH)}`.execute(db)
  return rows
}

async function resealRows(
  database: Database,
  vault: Vault,
  { table, column, key, contextOf }: SealedColumn,
  rows: readonly SealedRow[],
): Promise<number> {
  const fresh = rows.map((row) => {
    const context = contextOf(String(row.owner))
    return { ...row, fresh: vault.seal(vault.openBytes(row.sealed, context), context) }
  })
  return database.transaction(async (transaction) => {
    for (const row of fresh)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${row.fresh}
        where ${sql.ref(key)} = ${row.key} and ${sql.ref(column)} = ${row.sealed}`.execute(transaction)
    return fresh.length
  })
}
