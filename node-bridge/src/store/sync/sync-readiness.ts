import type { Db } from '../engine/tables.ts'

/** Null: not said yet. */
export interface ReadinessRecord {
  readonly said: boolean | null
  readonly peer: boolean | null
  /** No pair of the other side has a lower epoch, as it has said last. */
  readonly peerEpoch: number | null
}

const flagOf = (value: number | null): boolean | null => (value === null ? null : value === 1)

export async function findReadiness(db: Db, connectionId: string): Promise<ReadinessRecord> {
  const row = await db
    .selectFrom('sync_readiness')
    .select(['said', 'peer', 'peer_epoch'])
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  if (!row) return { said: null, peer: null, peerEpoch: null }
  const peerEpoch = row.peer_epoch === null ? null : Number(row.peer_epoch)
  return { said: flagOf(row.said), peer: flagOf(row.peer), peerEpoch }
}

/** Keeps what was said, by this side or by the other. */
export async function noteReadiness(
  transaction: Db,
  connectionId: string,
  { said, peer, peerEpoch }: { readonly said?: boolean; readonly peer?: boolean; readonly peerEpoch?: number },
): Promise<void> {
  const columns = {
    ...(said !== undefined && { said: said ? 1 : 0 }),
    ...(peer !== undefined && { peer: peer ? 1 : 0 }),
    ...(peerEpoch !== undefined && { peer_epoch: peerEpoch }),
  }
  await transaction
    .insertInto('sync_readiness')
    .values({ connection_id: connectionId, said: null, peer: null, peer_epoch: null, ...columns })
    .onConflict((conflict) => conflict.column('connection_id').doUpdateSet(columns))
    .execute()
}
