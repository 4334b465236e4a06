import type { Db } from '../tables.ts'

/** Where a peer says that it is since its move, and why a code was revoked. Null in rows of an older release. */
export async function addToldAddress(db: Db): Promise<void> {
  await db.schema.alterTable('contact').addColumn('told_url', 'text').execute()
  await db.schema.alterTable('contact').addColumn('told_since', 'bigint').execute()
  await db.schema.alterTable('contact').addColumn('moves_paid_until', 'bigint').execute()
  await db.schema.alterTable('invitation').addColumn('end_reason', 'text').execute()
}
