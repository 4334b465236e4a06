import type { Database } from '../engine/database.ts'
import type { Db } from '../engine/tables.ts'

/** Pairs by their rows, by the worker that has claimed them, by their names in a connection, or by the records that are in them. */
export type PairsToLock =
  | { readonly ids: readonly string[] }
  | { readonly token: string }
  /** `remoteKeys`: beside those that are named, the ones of these records of the other side. */
  | { readonly connectionId: string; readonly names: readonly string[]; readonly remoteKeys?: readonly string[] }
  | { readonly records: readonly { readonly table: string; readonly id: string }[] }

/**
 * Comes first in a transaction that writes several pairs: their rows are locked in one order. Each saved pair also writes the
 * queue of its connection; two transactions that came to their pairs one by one would each hold what the other waits for, and
 * PostgreSQL ends one of them after a second. The embedded database has a single writer.
 */
export async function lockPairs(
  { dialect }: Pick<Database, 'dialect'>,
  transaction: Db,
  pairs: PairsToLock,
): Promise<void> {
  if (dialect === 'sqlite') return
  const all = transaction.selectFrom('sync_pair').select('id').orderBy('id').forUpdate()
  if ('ids' in pairs) {
    if (pairs.ids.length > 0) await all.where('id', 'in', pairs.ids).execute()
  } else if ('token' in pairs) {
    await all.where('claim_token', '=', pairs.token).execute()
  } else if ('names' in pairs) {
    const { connectionId, names, remoteKeys = [] } = pairs
    const ours = all.where('connection_id', '=', connectionId)
    if (remoteKeys.length > 0)
      await ours.where(({ eb, or }) => or([eb('pair_id', 'in', names), eb('remote_key', 'in', remoteKeys)])).execute()
    else if (names.length > 0) await ours.where('pair_id', 'in', names).execute()
  } else if (pairs.records.length > 0) {
    const tables = [...new Set(pairs.records.map(({ table }) => table))]
    const ids = pairs.records.map(({ id }) => id)
    await all.where('table_name', 'in', tables).where('record_id', 'in', ids).execute()
  }
}
