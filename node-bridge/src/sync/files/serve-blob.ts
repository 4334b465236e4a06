import type { BytesAnswer } from '@accord/shared/contracts'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findSharedConnection } from '../../store/connections/connections.ts'
import { touchBlob } from '../../store/sync/blobs.ts'
import type { FilePart } from '../../peer-calls/file-call.ts'
import { readFrom } from './blob-contents.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { requireOffered } from './offer-file.ts'
import { IDLE_MS } from './tidy-files.ts'

/** So long contents stay after the last byte was given: the answer may have been lost. */
const LINGER_MS = 60_000

/** The other side fetches a part of a file, PROTOCOL.md §11.11. */
export async function serveBlob(
  context: SyncContext,
  sharedId: string,
  sha256: string,
  from: number,
): Promise<BytesAnswer> {
  const connection = await requireActive(context, sharedId)
  const { bytes, of } = await offeredPart(context, connection, sha256, from)
  return { contentType: 'application/octet-stream', bytes: bytes.length, parts: one(bytes), range: { from, of } }
}

/** The same for the other end, where both are on this node. */
export async function offeredPart(
  context: SyncContext,
  connection: ConnectionRecord,
  sha256: string,
  from: number,
): Promise<FilePart> {
  const blob = await requireOffered(context, connection, sha256)
  const bytes = await readFrom(context, blob, from)
  if (!bytes) throw new Refusal('file_unknown', 'The file ends before that byte.')
  const isLast = from + bytes.length === blob.bytes
  const now = context.now().getTime()
  await touchBlob(context.database.db, blob.id, new Date(isLast ? now - IDLE_MS + LINGER_MS : now))
  return { bytes, of: blob.bytes }
}

export async function requireActive({ database }: Pick<SyncContext, 'database'>, sharedId: string) {
  const connection = await findSharedConnection(database.db, sharedId)
  if (!connection) throw new Refusal('connection_unknown')
  if (connection.state !== 'active') throw new Refusal('retry_later', 'The connection rests.')
  return connection
}

// eslint-disable-next-line func-style
async function* one(bytes: Uint8Array) {
  yield bytes
}
