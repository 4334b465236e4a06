import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** After a restore both sides of a connection compare their records before anything is overwritten. */
export async function addComparison(db: Db): Promise<void> {
  await db.schema
    .createTable('comparison')
    .addColumn('connection_id', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('peer_epoch', 'bigint')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('after_id', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('open_count', 'integer', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .addColumn('decided_at', 'bigint')
    .addColumn('decided_by', 'text')
    .execute()
  await db.schema.alterTable('sync_readiness').addColumn('peer_epoch', 'bigint').execute()
  await db.schema
    .alterTable('sync_pair')
    .addColumn('to_compare', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`create index sync_pair_to_compare on sync_pair (connection_id, id) where to_compare = 1`.execute(db)
}
