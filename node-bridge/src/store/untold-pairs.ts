import { compiledOnce } from './engine/compiled-once.ts'
import type { Db } from './engine/tables.ts'
import { type StoredPair, storedPairOf } from './sync-pairs.ts'

const untold = compiledOnce((db, { connectionId, now, limit }: { connectionId: string; now: number; limit: number }) =>
  db
    .selectFrom('sync_pair')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('tell_at', 'is not', null)
    .where('tell_at', '<=', now)
    .orderBy('tell_at')
    .limit(limit),
)

/** Pairs of which the other side has to hear something, who waits longest first. */
export async function listUntold(db: Db, connectionId: string, now: Date, limit: number): Promise<StoredPair[]> {
  return (await untold(db, { connectionId, now: now.getTime(), limit })).rows.map(storedPairOf)
}

/** The other side has heard it and does not take it yet. Nothing of the pair changes by that. */
export async function putOffTelling(
  transaction: Db,
  { id, version }: Pick<StoredPair, 'id' | 'version'>,
  tellAt: Date,
): Promise<void> {
  await transaction
    .updateTable('sync_pair')
    .set({ tell_at: tellAt.getTime() })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}

/** When the next of them is due; undefined where there is nothing. */
export async function nextTellAt(db: Db, connectionId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('sync_pair')
    .select('tell_at')
    .where('connection_id', '=', connectionId)
    .where('tell_at', 'is not', null)
    .orderBy('tell_at')
    .limit(1)
    .executeTakeFirst()
  return row?.tell_at == null ? undefined : new Date(row.tell_at)
}
