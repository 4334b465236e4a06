import type { Db } from '../tables.ts'

/** What is kept of a message is found by the id that both companies have for it. */
export async function addKeptMid(db: Db): Promise<void> {
  await db.schema.alterTable('kept_message').addColumn('mid', 'text').execute()
}
