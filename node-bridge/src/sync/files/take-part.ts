import { SYNC_LIMITS } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'
import { changeFile, listWaitingFor } from '../../store/sync/pair-files.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { append, openBlob } from './blob-contents.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { requireActive } from './serve-blob.ts'

export interface ReceivedPart {
  readonly sha256: string
  readonly from: number
  readonly content: AsyncIterable<Uint8Array>
}

/** A side that cannot be called sends a part of a file that it was asked for, PROTOCOL.md §11.11. */
export async function takePart(
  context: SyncContext,
  sharedId: string,
  { sha256, from, content }: ReceivedPart,
): Promise<{ readonly received: number }> {
  const { database } = context
  const connection = await requireActive(context, sharedId)
  const [waiting] = await listWaitingFor(database.db, connection.id, sha256)
  if (!waiting) throw new Refusal('file_unknown', 'This file was not asked for.')
  const blob = await openBlob(context, { connectionId: connection.id, direction: 'in', sha256 }, waiting.bytes)
  if (!blob) throw new Refusal('retry_later', 'Other files of this connection have to go first.')
  if (from !== blob.received) return { received: blob.received }
  const bytes = await bytesOf(content)
  if (bytes.length === 0 || from + bytes.length > blob.bytes)
    throw new Refusal('file_failed', 'The part does not fit the file.')
  const next = (await append(context, blob, bytes)) ?? blob
  if (next.received === next.bytes) await wake(context, connection.id, sha256)
  return { received: next.received }
}

/** It is all here. */
const wake = ({ database, now }: SyncContext, connectionId: string, sha256: string): Promise<void> =>
  database.transaction(async (transaction) => {
    for (const file of await listWaitingFor(transaction, connectionId, sha256))
      await changeFile(transaction, file, { dueAt: now() })
    await enqueue(transaction, 'carryFiles', { connectionId }, now())
  })

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of content) {
    length += chunk.length
    if (length > SYNC_LIMITS.filePartBytes) throw new Refusal('payload_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
