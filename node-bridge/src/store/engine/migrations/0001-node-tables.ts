import { sql } from 'kysely'

import type { Db } from '../tables.ts'

export async function createNodeTables(db: Db): Promise<void> {
  await db.schema
    .createTable('node')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('instance_uid', 'text', (column) => column.notNull())
    .addColumn('identity_x', 'text', (column) => column.notNull())
    .addColumn('identity_sealed', 'text', (column) => column.notNull())
    .addColumn('licence_kind', 'text', (column) => column.notNull())
    .addColumn('licence_ends_at', 'bigint', (column) => column.notNull())
    .addColumn('first_started_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('pairing')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('instance_url', 'text', (column) => column.notNull())
    .addColumn('instance_name', 'text', (column) => column.notNull())
    .addColumn('instance_version', 'text', (column) => column.notNull())
    .addColumn('app_version', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('callback_key_sealed', 'text', (column) => column.notNull())
    .addColumn('paired_by', 'text', (column) => column.notNull())
    .addColumn('paired_at', 'bigint', (column) => column.notNull())
    .addColumn('last_callback_at', 'bigint')
    .addColumn('last_callback_code', 'text')
    .addColumn('last_callback_detail', 'text')
    .addColumn('clock_difference_ms', 'bigint')
    .execute()
  await db.schema
    .createTable('pairing_code')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('used_token_hash', 'text')
    .execute()
  await db.schema
    .createTable('spent_request')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
}
