import { sql } from 'kysely'

import type { Db } from '../tables.ts'

export async function createLicenceTables(db: Db): Promise<void> {
  await db.schema
    .createTable('licence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .addColumn('installed_by', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('licence_clock')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('evaluation_from', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute()
}
