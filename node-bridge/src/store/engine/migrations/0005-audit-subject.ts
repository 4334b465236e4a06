import { sql } from 'kysely'

import type { Db } from '../tables.ts'

/** The trail of one connection is read newest first, in pages. */
export const addAuditSubjectIndex = async (db: Db): Promise<void> => {
  await sql`create index audit_subject on audit_entry (subject, seq) where subject is not null`.execute(db)
}
