import type { Db } from '../engine/tables.ts'

/** Null: not said yet. */
export interface ReadinessRecord {
  readonly said: boolean | null
  readonly peer: boolean | null
}

const flagOf = (value: number | null): boolean | null => (value === null ? null : value === 1)

export async function findReadiness(db: Db, connectionId: string): Promise<ReadinessRecord> {
  const row = await db
    .selectFrom('sync_readiness')
    .select(['said', 'peer'])
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  return row ? { said: flagOf(row.said), peer: flagOf(row.peer) } : { said: null, peer: null }
}

/** Keeps what was said, by this side or by the other. */
export async function noteReadiness(
  transaction: Db,
  connectionId: string,
  { said, peer }: { readonly said?: boolean; readonly peer?: boolean },
): Promise<void> {
  const columns = {
    ...(said !== undefined && { said: said ? 1 : 0 }),
    ...(peer !== undefined && { peer: peer ? 1 : 0 }),
  }
  await transaction
    .insertInto('sync_readiness')
    .values({ connection_id: connectionId, said: null, peer: null, ...columns })
    .onConflict((conflict) => conflict.column('connection_id').doUpdateSet(columns))
    .execute()
}
