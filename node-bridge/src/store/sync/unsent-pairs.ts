import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import { type StoredPair, storedPairOf } from './sync-pairs.ts'

const unsent = compiledOnce((db, { connectionId, now, limit }: { connectionId: string; now: number; limit: number }) =>
  db
    .selectFrom('sync_pair')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('send_at', 'is not', null)
    .where('send_at', '<=', now)
    .orderBy('send_at')
    .limit(limit),
)

/** Pairs of which the other side has to receive something, who waits longest first. */
export async function listUnsent(db: Db, connectionId: string, now: Date, limit: number): Promise<StoredPair[]> {
  return (await unsent(db, { connectionId, now: now.getTime(), limit })).rows.map(storedPairOf)
}

/** The other side has received it and does not take it yet. Nothing of the pair changes by that. */
export async function postponeSending(
  transaction: Db,
  { id, version }: Pick<StoredPair, 'id' | 'version'>,
  sendAt: Date,
): Promise<void> {
  await transaction
    .updateTable('sync_pair')
    .set({ send_at: sendAt.getTime() })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}

/** When the next of them is due; undefined where there is nothing. */
export async function nextSendAt(db: Db, connectionId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('sync_pair')
    .select('send_at')
    .where('connection_id', '=', connectionId)
    .where('send_at', 'is not', null)
    .orderBy('send_at')
    .limit(1)
    .executeTakeFirst()
  return row?.send_at == null ? undefined : new Date(row.send_at)
}
