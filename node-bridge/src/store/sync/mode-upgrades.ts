import type { Db } from '../engine/tables.ts'

export const findModeUpgrade = async (db: Db, connectionId: string): Promise<boolean> =>
  (await db
    .selectFrom('mode_upgrade')
    .select('connection_id')
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()) !== undefined

/** False where it was upgraded before. */
export async function insertModeUpgrade(
  transaction: Db,
  { connectionId, at, actor }: { readonly connectionId: string; readonly at: Date; readonly actor: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await transaction
    .insertInto('mode_upgrade')
    .values({ connection_id: connectionId, upgraded_at: at.getTime(), actor })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}
