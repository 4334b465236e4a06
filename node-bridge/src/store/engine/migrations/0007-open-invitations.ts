import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** The open invitations, of one connection or all, without a look at those that were spent. */
export async function indexOpenInvitations(db: Db): Promise<void> {
  await sql`create index invitation_open on invitation (connection_id, id) where state = 'open'`.execute(db)
}
