import type { Db } from '../tables.ts'

/** Before the first release, as step 0014: columns whose names nobody could look up. */
export async function renameToWordsOfTheField(db: Db): Promise<void> {
  await db.schema.alterTable('connection').renameColumn('twin_id', 'peer_connection_id').execute()
}
