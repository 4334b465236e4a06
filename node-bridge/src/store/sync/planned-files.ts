import { orderedId } from '../../identifiers/ordered-id.ts'
import type { Db } from '../engine/tables.ts'
import type { PairFileTable } from '../engine/tables/file-tables.ts'
import { fileOf, type FileState, listIncoming, type PairFile } from './pair-files.ts'

interface Named {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
}

const rowOf = (
  { id, connectionId }: { readonly id: string; readonly connectionId: string },
  file: Named,
): Omit<PairFileTable, 'id' | 'direction' | 'state' | 'file_sealed'> => ({
  connection_id: connectionId,
  item_id: id,
  file_id: file.id,
  sha256: file.sha256,
  bytes: file.bytes,
  due_at: null,
  asked_at: null,
  attempts: 0,
  plan_id: null,
  fault: null,
})

/** What a message offers of a pair, all of it: what it does not name may be fetched no more. */
export async function replaceOffered(
  transaction: Db,
  pair: { readonly id: string; readonly connectionId: string },
  files: readonly Named[],
): Promise<void> {
  await transaction.deleteFrom('pair_file').where('item_id', '=', pair.id).where('direction', '=', 'out').execute()
  if (files.length === 0) return
  const rows = new Map(files.map((file) => [file.id, file]))
  await transaction
    .insertInto('pair_file')
    .values(
      [...rows.values()].map((file) => ({
        ...rowOf(pair, file),
        id: orderedId(),
        direction: 'out',
        state: 'offered',
        file_sealed: null,
      })),
    )
    .execute()
}

/** A pair whose record holds the file that was offered to this connection; undefined where none was. */
export async function findOffered(db: Db, connectionId: string, sha256: string): Promise<PairFile | undefined> {
  const row = await db
    .selectFrom('pair_file')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('direction', '=', 'out')
    .where('sha256', '=', sha256)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && fileOf(row)
}

export interface WantedFile extends Named {
  readonly sealedFor: (id: string) => string
}

/** Files that a plan wants. One that was brought, or is on its way, is not wanted again; one that failed is tried anew. */
export async function planFiles(
  transaction: Db,
  pair: { readonly id: string; readonly connectionId: string },
  files: readonly WantedFile[],
): Promise<void> {
  const known = new Map((await listIncoming(transaction, pair.id)).map((file) => [file.fileId, file]))
  for (const file of files) {
    const before = known.get(file.id)
    if (before && before.sha256 === file.sha256 && !['failed', 'removed'].includes(before.state)) continue
    if (before) await transaction.deleteFrom('pair_file').where('id', '=', before.id).execute()
    const id = orderedId()
    await transaction
      .insertInto('pair_file')
      .values({ ...rowOf(pair, file), id, direction: 'in', state: 'planned', file_sealed: file.sealedFor(id) })
      .execute()
  }
}

/** Those that this pair has brought, or was to bring, and that are named no more. */
export async function planRemovals(transaction: Db, itemId: string, kept: ReadonlySet<string>): Promise<void> {
  for (const file of await listIncoming(transaction, itemId)) {
    if (kept.has(file.fileId) || ['leaving', 'removing', 'removed'].includes(file.state)) continue
    await transaction
      .updateTable('pair_file')
      .set({ state: 'leaving', due_at: null })
      .where('id', '=', file.id)
      .execute()
  }
}

/** Those that were not brought yet and are named no more: nobody can bring them, and they wait for nobody. */
export async function forgetWithdrawn(transaction: Db, itemId: string, offered: ReadonlySet<string>): Promise<void> {
  for (const file of await listIncoming(transaction, itemId)) {
    if (offered.has(file.fileId) || !['planned', 'waiting', 'failed'].includes(file.state)) continue
    await transaction.deleteFrom('pair_file').where('id', '=', file.id).execute()
  }
}

/** The message is written: what it planned begins. Answers whether there is anything. */
export async function beginPlanned(transaction: Db, itemId: string, now: Date): Promise<boolean> {
  const begin = (from: FileState, to: FileState) =>
    transaction
      .updateTable('pair_file')
      .set({ state: to, due_at: now.getTime(), attempts: 0 })
      .where('item_id', '=', itemId)
      .where('direction', '=', 'in')
      .where('state', '=', from)
      .executeTakeFirst()
  const [wanted, unwanted] = [await begin('planned', 'waiting'), await begin('leaving', 'removing')]
  return wanted.numUpdatedRows + unwanted.numUpdatedRows > 0n
}
