import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { SpentRequestTable } from '../engine/tables/handshake-tables.ts'

const insertion = compiledOnce((db, row: SpentRequestTable) =>
  db
    .insertInto('spent_request')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

/** Spends the id of a signed request; false when it was spent before. Holds for all replicas: the primary key decides. */
export async function spendRequestId(db: Db, id: string, expiresAt: Date): Promise<boolean> {
  const { numAffectedRows: inserted } = await insertion(db, { id, expires_at: expiresAt.getTime() })
  return inserted === 1n
}

/** Ids of requests that would be refused for their age anyway. */
export async function forgetRequestIds(db: Db, expiredBefore: Date): Promise<void> {
  await db.deleteFrom('spent_request').where('expires_at', '<', expiredBefore.getTime()).execute()
}
