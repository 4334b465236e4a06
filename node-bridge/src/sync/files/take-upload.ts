import { SYNC_LIMITS } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'
import { type Blob, findBlobById } from '../../store/sync/blobs.ts'
import { append, drop, isWhole } from './blob-contents.ts'
import type { SyncContext } from '../items/sync-context.ts'

const PART = SYNC_LIMITS.filePartBytes

/**
 * The tracker sends the contents of a file that it was asked for. Throws `file_unknown` for an id that nobody waits for, `file_failed`
 * where it is another file than was offered.
 */
export async function takeUpload(
  context: SyncContext,
  uploadId: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: number }> {
  const blob = await findBlobById(context.database.db, uploadId)
  if (!blob || blob.direction !== 'out' || blob.received > 0) throw new Refusal('file_unknown')
  try {
    const whole = await appendAll(context, blob, content)
    if (await isWhole(context, whole)) return { bytes: whole.bytes }
    throw new Refusal('file_failed', 'Another file arrived than the one that was offered.')
  } catch (error) {
    await drop(context, blob)
    throw error
  }
}

async function appendAll(context: SyncContext, blob: Blob, content: AsyncIterable<Uint8Array>): Promise<Blob> {
  let written = blob
  for await (const part of inParts(content)) {
    if (written.received + part.length > blob.bytes) throw new Refusal('payload_too_large')
    const next = await append(context, written, part)
    if (!next) throw new Refusal('file_unknown', 'The file is sent a second time.')
    written = next
  }
  return written
}

/** As they come, in parts of one size but for the last: not more than one part is held in memory. */
export async function* inParts(content: AsyncIterable<Uint8Array>, size = PART): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of content) {
    let rest = Buffer.from(chunk)
    while (length + rest.length >= size) {
      const taken = rest.subarray(0, size - length)
      yield Buffer.concat([...held, taken])
      rest = rest.subarray(taken.length)
      held = []
      length = 0
    }
    if (rest.length > 0) held.push(rest)
    length += rest.length
  }
  if (length > 0) yield Buffer.concat(held)
}
