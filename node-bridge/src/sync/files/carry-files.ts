import { createHash } from 'node:crypto'

import { enqueue } from '../../jobs/job-table.ts'
import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { fetchFilePart, type FilePart } from '../../peer-calls/file-call.ts'
import { isRefusal, type Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { noteFilesToAsk } from '../../store/sync/asked-files.ts'
import type { Blob } from '../../store/sync/blobs.ts'
import { changeFile, findDueFile, nextFileAt, type PairFile } from '../../store/sync/pair-files.ts'
import { findStoredPair, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { PlannedFile } from '../../trackers/tracker.ts'
import { hasPeer, isLocal } from '../items/ends.ts'
import { sayOverShare } from '../items/over-share.ts'
import { openFile } from '../items/pair-files.ts'
import { append, drop, isWhole, openBlob } from './blob-contents.ts'
import { concludeFile, giveUp } from './conclude-file.ts'
import type { FileContext } from './file-context.ts'
import { nextAttempt } from './next-attempt.ts'
import { offeredPart } from './serve-blob.ts'

/** Where there is no room for it, or the other side does not send what it was asked for. */
const LATER_MS = 30_000
/** Where another replica is at it. */
const SHARED_MS = 1_000
/** A tracker that has not reported a file by then is given it once more. */
const REPORTED_WITHIN_MS = 60_000
/** After so many files, or so long, other work of the queue has its turn: a peer that sends a byte now and then holds no place. */
const MOST_FILES = 50
const TURN_MS = 30_000

/**
 * Brings the files of a connection that are due to our records, one after another: fetches what is missing, part by part, and
 * hands it to the tracker. One that fails comes later and holds up no other.
 */
export async function carryFiles(context: FileContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  const until = performance.now() + TURN_MS
  for (let count = 0; count < MOST_FILES && performance.now() < until; count++) {
    const connection = await findConnection(database.db, connectionId)
    // One that works again is woken when that is tidied.
    if (connection?.state !== 'active' || !hasPeer(connection)) return DONE
    const file = await findDueFile(database.db, connectionId, now())
    if (!file) break
    await carry(context, connection, file, until)
  }
  await database.transaction(async (transaction) => {
    const at = await nextFileAt(transaction, connectionId)
    if (at) await enqueue(transaction, 'carryFiles', { connectionId }, at)
  })
  return DONE
}

async function carry(context: FileContext, connection: ConnectionRecord, file: PairFile, until: number): Promise<void> {
  const stored = await findStoredPair(context.database.db, file.itemId)
  if (!stored || stored.recordId === null) return giveUp(context, file, 'record_gone')
  if (file.bytes > context.fileLimits.maxBytes && file.state === 'waiting') return giveUp(context, file, 'too_large')
  try {
    if (file.state === 'removing') return await write(context, stored, file)
    const blob = await openBlob(context, { ...file, direction: 'in' }, file.bytes)
    if (!blob) {
      await later(context, file, LATER_MS)
      return await sayOverShare(context, connection, 'files')
    }
    const whole = await complete(context, connection, file, { begun: blob, until })
    if (whole) await write(context, stored, file, whole)
  } catch (error) {
    if (!isRefusal(error)) context.log.error({ err: error, connectionId: file.connectionId }, 'a file was not carried')
    await failed(context, file, isRefusal(error) ? error : {})
  }
}

/** Undefined where contents have to be asked for, where somebody else brings them, or where they were not what the message said. */
async function complete(
  context: FileContext,
  connection: ConnectionRecord,
  file: PairFile,
  { begun, until }: { readonly begun: Blob; readonly until: number },
): Promise<Blob | undefined> {
  let blob = begun
  while (blob.received < blob.bytes) {
    if (connection.remote.pollOnly && !isLocal(connection)) return askForIt(context, file)
    const part = await fetchPart(context, connection, file, blob.received)
    if (part.of !== blob.bytes || blob.received + part.bytes.length > blob.bytes) {
      await drop(context, blob)
      return fault(context, file)
    }
    const next = await append(context, blob, part.bytes)
    if (!next) return shareIt(context, file)
    blob = next
    if (blob.received < blob.bytes && performance.now() > until) return goOnLater(context, file)
  }
  if (await isWhole(context, blob)) return blob
  await drop(context, blob)
  return fault(context, file)
}

/** The other side says in a message what it does not keep here: another length, or another hash. */
async function fault(context: FileContext, file: PairFile): Promise<undefined> {
  await giveUp(context, file, 'file_failed')
  return undefined
}

/** Another replica brings the same contents, or they were taken away: what is here by then is gone on with. */
async function shareIt(context: FileContext, file: PairFile): Promise<undefined> {
  await later(context, file, SHARED_MS)
  return undefined
}

/** Not failed, but slow: it goes on once others have had their turn. */
async function goOnLater(context: FileContext, file: PairFile): Promise<undefined> {
  await later(context, file, 0)
  return undefined
}

/** A side that cannot be called is asked in the answer to its next call, and again where nothing comes. */
async function askForIt({ database, now }: FileContext, file: PairFile): Promise<undefined> {
  await database.transaction(async (transaction) => {
    await changeFile(transaction, file, { dueAt: new Date(now().getTime() + LATER_MS), isToBeAsked: true })
    noteFilesToAsk(transaction, file.connectionId)
  })
  return undefined
}

async function fetchPart(
  context: FileContext,
  connection: ConnectionRecord,
  { sha256 }: PairFile,
  from: number,
): Promise<FilePart> {
  if (!isLocal(connection)) return fetchFilePart(context, connection, { sha256, from })
  const { peerConnectionId } = connection
  const peer = peerConnectionId === null ? undefined : await findConnection(context.database.db, peerConnectionId)
  if (!peer) throw new Error('The other end of a local connection is missing')
  return offeredPart(context, peer, sha256, from)
}

/** The same file for the same record has the same plan, so that a repeat after a crash is none. */
async function write(context: FileContext, { pairId, table, recordId }: StoredPair, file: PairFile, blob?: Blob) {
  const { database, now, vault, tracker } = context
  const { name, author } = openFile(vault, file)
  const id = createHash('sha256')
    .update(JSON.stringify([file.id, file.state === 'removing', file.attempts]))
    .digest('hex')
  const due = { dueAt: new Date(now().getTime() + REPORTED_WITHIN_MS), planId: id }
  const state = file.state === 'removing' ? {} : ({ state: 'writing' } as const)
  const isNoted = await database.transaction((transaction) => changeFile(transaction, file, { ...due, ...state }))
  if (!isNoted) return
  const { fileId, bytes, sha256 } = file
  const planned: PlannedFile = {
    id,
    pair: pairId,
    table,
    recordId: recordId ?? '',
    file: { id: fileId, name, bytes, sha256, author: author.name },
    ...(blob && { download: blob.id }),
  }
  const written = await tracker.writeFile(planned)
  if (written.kind !== 'waiting') await concludeFile(context, id, written)
}

const later = ({ database, now }: FileContext, file: PairFile, ms: number): Promise<unknown> =>
  database.transaction((transaction) => changeFile(transaction, file, { dueAt: new Date(now().getTime() + ms) }))

/** Whatever stands between the nodes passes by itself; what the other side does not have any more does not. */
async function failed(context: FileContext, file: PairFile, { code, retryAfterS }: Partial<Refusal>): Promise<void> {
  if (code === 'retry_later' || code === 'too_many_requests')
    return void (await later(context, file, Math.max(1000, (retryAfterS ?? 0) * 1000)))
  const next = code === 'file_unknown' ? undefined : nextAttempt(file.attempts, context.now())
  if (!next) return giveUp(context, file, 'file_failed')
  await context.database.transaction((transaction) => changeFile(transaction, file, next))
}
