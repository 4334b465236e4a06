import { enqueue } from '../../jobs/job-table.ts'
import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal, type Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findDueOffered, nextOfferedAt } from '../../store/sync/offered-files.ts'
import { changeFile, type FileChange, type PairFile } from '../../store/sync/pair-files.ts'
import { hasPeer } from '../items/ends.ts'
import type { FileContext } from './file-context.ts'
import { beginOfNextRound, nextAttempt } from './next-attempt.ts'
import { fetchFromTracker } from './offer-file.ts'
import { pushFile } from './push-file.ts'

/** After so many files, or so long, other work of the queue has its turn. */
const MOST_FILES = 50
const TURN_MS = 30_000

/**
 * Has the tracker send what the other side has asked for, one file after another, and sends it on where nobody can fetch it. One
 * that fails comes later and holds up no other; the other side gives it up once it has failed for long.
 */
export async function bringOffered(context: FileContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  const until = performance.now() + TURN_MS
  for (let count = 0; count < MOST_FILES && performance.now() < until; count++) {
    const connection = await findConnection(database.db, connectionId)
    // One that works again is woken when that is tidied.
    if (connection?.state !== 'active' || !hasPeer(connection)) return DONE
    const due = await findDueOffered(database.db, connectionId, now())
    if (!due) break
    await bring(context, connection, due.file, due.isToBeSent && !connection.remote.pollOnly)
  }
  await database.transaction(async (transaction) => {
    const at = await nextOfferedAt(transaction, connectionId)
    if (at) await enqueue(transaction, 'bringOffered', { connectionId }, at)
  })
  return DONE
}

async function bring(
  context: FileContext,
  connection: ConnectionRecord,
  file: PairFile,
  isToBeSent: boolean,
): Promise<void> {
  try {
    const blob = await fetchFromTracker(context, connection.id, file.sha256)
    if (blob && isToBeSent) await pushFile(context, connection, blob)
    await settle(context, file, blob ? { dueAt: null, attempts: 0 } : failed(context, file))
  } catch (error) {
    if (!isRefusal(error)) context.log.error({ err: error, connectionId: connection.id }, 'a file was not sent')
    await settle(context, file, isRefusal(error) ? refused(context, file, error) : failed(context, file))
  }
}

const settle = ({ database }: FileContext, file: PairFile, change: FileChange): Promise<unknown> =>
  database.transaction((transaction) => changeFile(transaction, file, change))

function refused(context: FileContext, file: PairFile, { code, retryAfterS = 1 }: Refusal): FileChange {
  // Where the other side does not want it any more, or its room is full, the file is not at fault.
  if (code === 'file_unknown') return { dueAt: null }
  if (code === 'retry_later' || code === 'too_many_requests')
    return { dueAt: new Date(context.now().getTime() + Math.max(1, retryAfterS) * 1000) }
  return failed(context, file)
}

function failed({ now, log }: FileContext, { attempts, connectionId }: PairFile): FileChange {
  const next = nextAttempt(attempts, now())
  if (next) return next
  log.warn({ connectionId }, 'the tracker could not send a file for long, and the other side gives it up')
  return { dueAt: null, fault: 'file_failed', attempts: beginOfNextRound(attempts) }
}
