import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** Which of the codes of one connection was accepted. Null where an older release wrote the row, or made the code. */
export async function addCodeOffers(db: Db): Promise<void> {
  await db.schema.alterTable('acceptance').addColumn('offer_id', 'text').execute()
  await db.schema.alterTable('acceptance').addColumn('offer_number', 'integer').execute()
  await sql`create index acceptance_offer on acceptance (offer_id) where offer_id is not null`.execute(db)
  await sql`create index invitation_connection on invitation (connection_id)`.execute(db)
}
