import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { askForOffered, countAsked } from '../../store/sync/offered-files.ts'
import { changeFile, type PairFile } from '../../store/sync/pair-files.ts'
import { type Blob, findBlob } from '../../store/sync/blobs.ts'
import { findOffered } from '../../store/sync/planned-files.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { sayOverShare } from '../items/over-share.ts'
import { drop, openBlob } from './blob-contents.ts'
import type { FileContext } from './file-context.ts'

/** After so long the other side asks again whether our tracker has sent the file, and a second later for each so many that are asked for. */
const ASK_AGAIN_S = 1
const A_SECOND = 10
const LONGEST_S = 30

/**
 * A file that this side has offered on this connection, with its contents; what is missing the tracker is asked for. Throws
 * `file_unknown` for one that was never offered here or that the tracker could not send, `retry_later` while it is not here.
 */
export async function requireOffered(
  { database, now }: Pick<FileContext, 'database' | 'now'>,
  { id }: Pick<ConnectionRecord, 'id'>,
  sha256: string,
): Promise<Blob> {
  const { db } = database
  const offered = await findOffered(db, id, sha256)
  if (!offered) throw new Refusal('file_unknown')
  const blob = await findBlob(db, { connectionId: id, direction: 'out', sha256 })
  if (blob && blob.received === blob.bytes) return blob
  if (offered.fault !== null) {
    // Said once: the other side gives it up, and who asks after that does so since a person has tried anew.
    await database.transaction((transaction) => changeFile(transaction, offered, { dueAt: null, fault: null }))
    throw new Refusal('file_unknown', 'The tracker could not send that file.')
  }
  await askFor({ database, now }, offered, false)
  const waitS = ASK_AGAIN_S + Math.floor((await countAsked(db, id)) / A_SECOND)
  const dueS = Math.ceil(((offered.dueAt?.getTime() ?? 0) - now().getTime()) / 1000)
  const retryAfterS = Math.max(dueS, Math.min(waitS, LONGEST_S))
  throw new Refusal('retry_later', 'The file is being fetched.', { retryAfterS })
}

/** The other side wants it. `isToBeSent`: once it is here, since nobody can fetch it. */
export const askFor = (
  { database, now }: Pick<FileContext, 'database' | 'now'>,
  offered: PairFile,
  isToBeSent: boolean,
): Promise<void> =>
  database.transaction(async (transaction) => {
    await askForOffered(transaction, offered, { now: now(), isToBeSent })
    await enqueue(transaction, 'bringOffered', { connectionId: offered.connectionId }, offered.dueAt ?? now())
  })

/**
 * Has the tracker send a file that was offered. Answers it; undefined where there is nothing to offer any more, or no room yet. Throws
 * what stands in the way to the tracker.
 */
export async function fetchFromTracker(
  context: FileContext,
  connectionId: string,
  sha256: string,
): Promise<Blob | undefined> {
  const { db } = context.database
  const offered = await findOffered(db, connectionId, sha256)
  const stored = offered && (await findStoredPair(db, offered.itemId))
  if (!offered || !stored || stored.recordId === null || offered.bytes > context.fileLimits.maxBytes) return undefined
  const name = { connectionId, direction: 'out', sha256 } as const
  const known = await findBlob(db, name)
  if (known?.received === offered.bytes && known.bytes === offered.bytes) return known
  // Whatever arrives under the id of an attempt that broke off is refused.
  if (known) await drop(context, known)
  await requireShare(context, connectionId)
  const blob = await openBlob(context, name, offered.bytes)
  if (!blob) throw new Refusal('retry_later', 'Other files of this connection have to go first.')
  const { table, recordId } = stored
  const sent = await context.tracker.sendFile({ table, recordId, sha256, upload: blob.id })
  const arrived = await findBlob(db, name)
  if (sent.kind === 'sent' && arrived?.received === arrived?.bytes) return arrived
  await drop(context, blob)
  context.log.warn({ connectionId, reason: sent.kind === 'refused' ? sent.code : sent.kind }, 'a file was not sent')
  return undefined
}

/** Each file that is fetched is a call and as many bytes of our tracker: nobody has it send without an end. */
async function requireShare(context: FileContext, connectionId: string): Promise<void> {
  const { database, share, now } = context
  const retryAfterS = share.asked.take(connectionId, now().getTime())
  if (retryAfterS === undefined) return
  const connection = await findConnection(database.db, connectionId)
  if (connection) await sayOverShare(context, connection, 'asked')
  throw new Refusal('retry_later', 'More files were asked for than the share of an hour allows.', { retryAfterS })
}
