import type { AskedFiles } from '@accord/shared/schemas'

import { sendFilePart } from '../../peer-calls/file-call.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { hasFilesToAsk, takeFilesToAsk } from '../../store/sync/asked-files.ts'
import { findOffered } from '../../store/sync/planned-files.ts'
import { type Blob, findBlob } from '../../store/sync/blobs.ts'
import { SYNC_LIMITS } from '@accord/shared/sync'
import type { SyncContext } from '../items/sync-context.ts'
import { drop, readFrom } from './blob-contents.ts'
import type { FileContext } from './file-context.ts'
import { askFor } from './offer-file.ts'

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
  for (const { sha256 } of asked) {
    const offered = await findOffered(database.db, connectionId, sha256)
    if (offered) await askFor({ database, now }, offered, true)
  }
}

/** Sends contents that are here, part by part, from where the other side has them. */
export async function pushFile(context: FileContext, connection: ConnectionRecord, blob: Blob): Promise<void> {
  const { sha256 } = blob
  for (let from = 0; from < blob.bytes;) {
    const bytes = await readFrom(context, blob, from)
    if (!bytes) return
    from = await sendFilePart(context, connection, { sha256, from, bytes })
  }
  await drop(context, blob)
}
