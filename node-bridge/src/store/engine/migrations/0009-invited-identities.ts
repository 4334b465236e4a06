import type { Db } from '../tables.ts'

/** Null where an older release wrote the row, which bound a code to an instance's name only. */
export const addInvitedIdentities = async (db: Db): Promise<void> =>
  db.schema.alterTable('invitation').addColumn('invited_identities', 'text').execute()
