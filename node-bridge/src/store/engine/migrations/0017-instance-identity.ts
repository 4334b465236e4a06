import type { Db } from '../tables.ts'

/** Which instance is paired, beside its address, and the copy of it that was last refused. */
export async function addInstanceIdentity(db: Db): Promise<void> {
  await db.schema.alterTable('pairing').addColumn('instance_id', 'text').execute()
  await db.schema.alterTable('pairing').addColumn('copy_url', 'text').execute()
  await db.schema.alterTable('pairing').addColumn('copy_refused_at', 'bigint').execute()
}
