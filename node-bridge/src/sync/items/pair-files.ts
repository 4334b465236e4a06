import { Person, SyncFile } from '@accord/shared/schemas'
import { z } from 'zod'

import { enqueue } from '../../jobs/job-table.ts'
import type { Db } from '../../store/engine/tables.ts'
import { forgetBlobs } from '../../store/sync/blobs.ts'
import { forgetFilesOf, type PairFile, retryFiles } from '../../store/sync/pair-files.ts'
import {
  beginPlanned,
  forgetWithdrawn,
  planFiles,
  planRemovals,
  replaceOffered,
} from '../../store/sync/planned-files.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { Vault } from '../../vault/vault.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import type { SyncContext } from './sync-context.ts'

/** What a plan says of files: those that the record shall have, and which of those that it has go with the sender's. */
export interface PlannedFiles {
  readonly wanted: readonly SyncFile[]
  /** Ids of all that the message offers. */
  readonly offered: readonly string[]
  /** Whether a file that is offered no more goes from the record as well. */
  readonly removes: boolean
}

/** What a change of a pair means for its files. */
export interface FileChanges {
  /** All files of a message that is sent. */
  readonly offered?: readonly SyncFile[]
  readonly plannedFiles?: PlannedFiles
}

const Kept = z.object({ name: SyncFile.shape.name, author: Person })
const contextOf = (id: string) => `pair-file:${id}`

/** What a file is called, and who attached it. */
export const openFile = (vault: Vault, { id, fileSealed }: PairFile): z.infer<typeof Kept> =>
  fileSealed === null
    ? { name: '-', author: { name: '' } }
    : Kept.parse(JSON.parse(vault.open(fileSealed, contextOf(id))))

/** In the transaction that writes the pair: a file is offered, wanted and brought if and only if its message is sent or written. */
export async function keepFiles(
  { vault, now }: SyncContext,
  transaction: Db,
  before: SyncPair,
  stored: StoredPair,
  { offered, plannedFiles }: FileChanges,
): Promise<void> {
  const pair = stored.pair as SyncPair
  if (offered && (offered.length > 0 || Object.keys(before.synced.files).length > 0))
    await replaceOffered(transaction, stored, offered)
  if (plannedFiles) {
    const { wanted, offered: theirs, removes } = plannedFiles
    const files = wanted.map((file) => ({ ...file, sealedFor: (id: string) => sealFile(vault, id, file) }))
    if (files.length > 0) await planFiles(transaction, stored, files)
    await (removes ? planRemovals : forgetWithdrawn)(transaction, stored.id, new Set(theirs))
  }
  if (hasEnded(pair) && !hasEnded(before)) {
    await forgetFilesOf(transaction, stored.id)
    await forgetBlobs(transaction, new Date(0))
  } else if (hasBroughtFiles(before, pair) && (await beginPlanned(transaction, stored.id, now())))
    await enqueue(transaction, 'carryFiles', { connectionId: stored.connectionId }, now())
}

const sealFile = (vault: Vault, id: string, { name, author }: SyncFile): string =>
  vault.seal(JSON.stringify({ name, author }), contextOf(id))

/** A message is written. Where it had files, or has them no more, a plan may have been made for them. */
const hasBroughtFiles = (before: SyncPair, after: SyncPair): boolean =>
  after.doneSeq > before.doneSeq &&
  after.answer?.outcome === 'applied' &&
  (Object.keys(before.inbound?.hashes.files ?? {}).length > 0 || Object.keys(before.synced.files).length > 0)

/** Files of a pair that were given up are tried anew. Answers whether there was one. */
export async function retryFilesOf(
  { now }: Pick<SyncContext, 'now'>,
  transaction: Db,
  { id, connectionId }: StoredPair,
): Promise<boolean> {
  if ((await retryFiles(transaction, id, now())) === 0) return false
  await enqueue(transaction, 'carryFiles', { connectionId }, now())
  return true
}
