import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/**
 * What of a record is kept for sync: which ones are meant, by which rules, and where each pair stands. Contents stand in the
 * two sealed columns only, and only while their message is on its way.
 */
export async function createSyncTables(db: Db): Promise<void> {
  await createTriggerTable(db)
  await createRulesTable(db)
  await createPairTable(db)
  await createEventTable(db)
  await db.schema.alterTable('node').addColumn('sync_key_sealed', 'text').execute()
}

async function createTriggerTable(db: Db): Promise<void> {
  await db.schema
    .createTable('sync_trigger')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .execute()
  await sql`create index sync_trigger_connection on sync_trigger (connection_id)`.execute(db)
}

const createRulesTable = (db: Db): Promise<void> =>
  db.schema
    .createTable('rules_version')
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('may_widen', 'integer', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('published_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rules_version_key', ['connection_id', 'table_name', 'direction', 'version'])
    .execute()

async function createPairTable(db: Db): Promise<void> {
  await db.schema
    .createTable('sync_pair')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('pair_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('fault', 'text')
    .addColumn('pair', 'text', (column) => column.notNull())
    .addColumn('outbound_sealed', 'text')
    .addColumn('inbound_sealed', 'text')
    .addColumn('due_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('claim_token', 'text')
    .addColumn('claim_until', 'bigint')
    .addColumn('send_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create unique index sync_pair_name on sync_pair (connection_id, pair_id)`.execute(db)
  await sql`create unique index sync_pair_record on sync_pair (table_name, record_id, connection_id) where record_id is not null`.execute(
    db,
  )
  await sql`create index sync_pair_due on sync_pair (due_at) where claim_token is null and due_at is not null`.execute(
    db,
  )
  await sql`create index sync_pair_fault on sync_pair (connection_id, fault) where fault is not null`.execute(db)
  await sql`create index sync_pair_claim on sync_pair (claim_token) where claim_token is not null`.execute(db)
  await sql`create index sync_pair_send on sync_pair (connection_id, send_at) where send_at is not null`.execute(db)
}

async function createEventTable(db: Db): Promise<void> {
  await db.schema
    .createTable('item_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute()
  await sql`create index item_event_item on item_event (item_id, id)`.execute(db)
}
