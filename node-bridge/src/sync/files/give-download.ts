import type { BytesAnswer } from '@accord/shared/contracts'

import { Refusal } from '../../refusals/refusal.ts'
import { findBlobById } from '../../store/sync/blobs.ts'
import { readAll } from './blob-contents.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** Our tracker fetches the contents of a file of the other side. Throws `file_unknown`. */
export async function giveDownload(context: SyncContext, downloadId: string): Promise<BytesAnswer> {
  const blob = await findBlobById(context.database.db, downloadId)
  if (!blob || blob.direction !== 'in' || blob.received !== blob.bytes) throw new Refusal('file_unknown')
  // What the other side calls its type is nobody's word here: a browser shall run nothing of it.
  return { contentType: 'application/octet-stream', bytes: blob.bytes, parts: readAll(context, blob) }
}
