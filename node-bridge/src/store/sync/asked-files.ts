import { note } from '../engine/after-commit-notifications.ts'
import type { Db } from '../engine/tables.ts'
import { fileOf, type PairFile } from './pair-files.ts'
import { SYNC_DUE } from './sync-pairs.ts'

const toAsk = (db: Db, connectionId: string) =>
  db
    .selectFrom('pair_file')
    .where('connection_id', '=', connectionId)
    .where('direction', '=', 'in')
    .where('state', '=', 'waiting')
    .where('asked_at', 'is', null)

/** Is there a file that a side which cannot be called has to be asked for? */
export const hasFilesToAsk = async (db: Db, connectionId: string): Promise<boolean> =>
  (await toAsk(db, connectionId).select('id').limit(1).executeTakeFirst()) !== undefined

/** Whoever holds a call of that side answers it. */
export const noteFilesToAsk = (transaction: Db, connectionId: string): void =>
  note(transaction, SYNC_DUE, { connectionId, isHere: false, isThere: true })

/** Takes up to so many of them, as asked for now. */
export async function takeFilesToAsk(
  transaction: Db,
  connectionId: string,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly PairFile[]> {
  const rows = await toAsk(transaction, connectionId).selectAll().orderBy('id').limit(limit).execute()
  for (const { id } of rows)
    await transaction.updateTable('pair_file').set({ asked_at: now.getTime() }).where('id', '=', id).execute()
  return rows.map(fileOf)
}
