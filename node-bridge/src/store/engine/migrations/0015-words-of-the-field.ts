import type { Db } from '../tables.ts'

/** Before the first release, as step 0014: words that nobody could look up. */
export async function renameToWordsOfTheField(db: Db): Promise<void> {
  await rename(db, 'connection', { twin_id: 'peer_connection_id' })
  await rename(db, 'contact', { heard: 'acknowledged', told_url: 'reported_url', told_since: 'reported_since' })
  await db
    .updateTable('handshake_event')
    .set({ event: 'peerAddressReported' })
    .where('event', '=', 'peerAddressTold')
    .execute()
  for (const table of ['serial_queue', 'job'] as const)
    await db.updateTable(table).set({ queue: 'backfill' }).where('queue', '=', 'mirror').execute()
  await db.updateTable('key_rotation').set({ state: 'published' }).where('state', '=', 'announced').execute()
}

async function rename(db: Db, table: string, columns: Readonly<Record<string, string>>): Promise<void> {
  for (const [from, to] of Object.entries(columns)) await db.schema.alterTable(table).renameColumn(from, to).execute()
}
