import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/**
 * Files of pairs: those that were offered to the other side and those that come from there, and the contents that are on their
 * way, sealed, in parts. Contents stand in rows and not in files of the host, so that any replica goes on with them and a
 * deleted row is all there is to tidy.
 */
export async function createFileTables(db: Db): Promise<void> {
  await createPairFileTable(db)
  await createBlobTables(db)
}

async function createPairFileTable(db: Db): Promise<void> {
  await db.schema
    .createTable('pair_file')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('asked_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('plan_id', 'text')
    .addColumn('fault', 'text')
    .addColumn('file_sealed', 'text')
    .execute()
  await sql`create unique index pair_file_name on pair_file (item_id, direction, file_id)`.execute(db)
  await sql`create index pair_file_due on pair_file (connection_id, due_at) where due_at is not null`.execute(db)
  await sql`create index pair_file_hash on pair_file (connection_id, direction, sha256)`.execute(db)
  await sql`create index pair_file_plan on pair_file (plan_id) where plan_id is not null`.execute(db)
}

async function createBlobTables(db: Db): Promise<void> {
  await db.schema
    .createTable('blob')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('received', 'bigint', (column) => column.notNull())
    .addColumn('key_sealed', 'text', (column) => column.notNull())
    .addColumn('touched_at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create unique index blob_name on blob (connection_id, direction, sha256)`.execute(db)
  await sql`create index blob_touched on blob (touched_at)`.execute(db)
  await db.schema
    .createTable('blob_part')
    .addColumn('blob_id', 'text', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('blob_part_key', ['blob_id', 'place'])
    .execute()
}
