import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** The hash before the first entry. */
const GENESIS = '0'.repeat(64)

export async function createAuditTables(db: Db): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('caller', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.unique())
    .addColumn('previous_hash', 'text')
    .addColumn('hash', 'text')
    .execute()
  await sql`create index audit_unchained on audit_entry (id) where seq is null`.execute(db)
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('head_sealed', 'text')
    .execute()
  await db.insertInto('audit_head').values({ id: 1, seq: 0, hash: GENESIS, head_sealed: null }).execute()
}
