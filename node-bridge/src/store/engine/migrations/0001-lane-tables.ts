import { sql } from 'kysely'

import type { Db } from '../tables.ts'

export async function createLaneTables(db: Db): Promise<void> {
  await db.schema
    .createTable('lane')
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('lane_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('last_seq', 'bigint', (column) => column.notNull())
    .addColumn('head_id', 'text')
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'bigint')
    .addPrimaryKeyConstraint('lane_pk', ['queue', 'lane_key'])
    .execute()
  await sql`create index lane_ready on lane (run_at) where state = 'ready'`.execute(db)
  await sql`create index lane_leased on lane (lease_until) where state = 'leased'`.execute(db)
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('lane_key', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create index job_waiting on job (queue, lane_key, seq) where state = 'waiting'`.execute(db)
  await sql`create index job_dead on job (created_at) where state = 'dead'`.execute(db)
}
