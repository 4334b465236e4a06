import type { AskedFiles } from '@accord/shared/schemas'

import { enqueue } from '../../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { sendFilePart } from '../../peer-calls/file-call.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { hasFilesToAsk, takeFilesToAsk } from '../../store/sync/asked-files.ts'
import { findOffered } from '../../store/sync/planned-files.ts'
import { findBlob } from '../../store/sync/blobs.ts'
import { SYNC_LIMITS } from '@accord/shared/sync'
import { hasPeer } from '../items/ends.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { drop, readFrom } from './blob-contents.ts'
import type { FileContext } from './file-context.ts'
import { fetchFromTracker } from './offer-file.ts'

/** What a side that cannot be called is asked for, in the answer to its call. */
export async function askedFiles({ database, now }: SyncContext, connectionId: string): Promise<AskedFiles> {
  if (!(await hasFilesToAsk(database.db, connectionId))) return []
  const limit = SYNC_LIMITS.filesAsked
  const files = await database.transaction((transaction) =>
    takeFilesToAsk(transaction, connectionId, { now: now(), limit }),
  )
  return Promise.all(
    files.map(async ({ sha256 }) => {
      const blob = await findBlob(database.db, { connectionId, direction: 'in', sha256 })
      return { sha256, from: blob?.received ?? 0 }
    }),
  )
}

/** This side was asked for files. One that it has never offered on this connection is passed over. */
export async function takeAsked(
  { database, now }: SyncContext,
  connectionId: string,
  asked: AskedFiles,
): Promise<void> {
  for (const { sha256 } of asked)
    if (await findOffered(database.db, connectionId, sha256))
      await database.transaction((transaction) => enqueue(transaction, 'pushFile', { connectionId, sha256 }, now()))
}

/** Sends a file that was asked for, part by part, from where the other side has it. */
export async function pushFile(context: FileContext, connectionId: string, sha256: string): Promise<JobResult> {
  const connection = await findConnection(context.database.db, connectionId)
  if (connection?.state !== 'active' || !hasPeer(connection) || connection.remote.pollOnly) return DONE
  try {
    const blob = await fetchFromTracker(context, connectionId, sha256)
    if (!blob) return DONE
    for (let from = 0; from < blob.bytes;) {
      const bytes = await readFrom(context, blob, from)
      if (!bytes) return DONE
      from = await sendFilePart(context, connection, { sha256, from, bytes })
    }
    await drop(context, blob)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    // Who asked for it asks again.
    return error.code === 'file_unknown' || error.code === 'file_failed' ? DONE : failedBy(error, context.now())
  }
}
