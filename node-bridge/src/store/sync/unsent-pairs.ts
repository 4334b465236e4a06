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

const unanswered = compiledOnce((db, { connectionId, after }: { connectionId: string; after: number }) =>
  db
    .selectFrom('sync_pair')
    .select((expression) =>
      expression.fn
        .coalesce(expression.fn.sum(expression.fn('length', ['outbound_sealed'])), expression.lit(0))
        .as('characters'),
    )
    .where('connection_id', '=', connectionId)
    .where('send_at', '>', after),
)

/** Characters of the sealed messages that the other side has received and given no result for: it is asked after those `after` then. */
export const countUnanswered = async (db: Db, connectionId: string, after: Date): Promise<number> =>
  Number((await unanswered(db, { connectionId, after: after.getTime() })).rows[0]?.characters ?? 0)

const received = compiledOnce((db, { connectionId, limit }: { connectionId: string; limit: number }) =>
  db
    .selectFrom('sync_pair')
    .select('id')
    .where('connection_id', '=', connectionId)
    .where('status', '=', 'receiving')
    .limit(limit),
)

/** How many messages of the other side wait here; nobody counts further than `upTo`. */
export const countReceiving = async (db: Db, connectionId: string, upTo: number): Promise<number> =>
  (await received(db, { connectionId, limit: upTo })).rows.length

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
