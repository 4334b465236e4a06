import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** What needs a person and what was reported of it; each notice on its way to somebody; and which replica looks for them. */
export async function createNotices(db: Db): Promise<void> {
  await db.schema
    .createTable('notice')
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('is_reported', 'integer', (column) => column.notNull())
    .addColumn('reported_at', 'bigint')
    .addColumn('reported_count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_key', ['cause', 'connection_id', 'subject'])
    .execute()
  await db.schema
    .createTable('notice_delivery')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('notices', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('reply', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create index notice_delivery_created on notice_delivery (created_at)`.execute(db)
  await db.schema
    .createTable('notice_watch')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('token', 'text')
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
  await sql`create index contact_down on contact (connection_id) where health = 'down'`.execute(db)
  await sql`create index invitation_ending on invitation (expires_at) where state = 'open'`.execute(db)
  await sql`insert into notice_watch (id, token, until) values (1, null, 0)`.execute(db)
}
