import type { SyncErrorCode } from '@accord/shared/protocol'

import { enqueue } from '../../jobs/job-table.ts'
import { forgetBlobs } from '../../store/sync/blobs.ts'
import { changeFile, findFileByPlan, runWaitingFiles, type PairFile } from '../../store/sync/pair-files.ts'
import type { WrittenFile } from '../../trackers/tracker.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { beginOfNextRound, nextAttempt } from './next-attempt.ts'
import { idleSince } from './tidy-files.ts'

/** The tracker has reported what became of a file. Answers whether it was one that waits. */
export async function concludeFile(context: SyncContext, planId: string, written: WrittenFile): Promise<boolean> {
  const file = await findFileByPlan(context.database.db, planId)
  if (!file) return false
  if (written.kind === 'written') await settle(context, file)
  else if (written.kind === 'gone') await giveUp(context, file, 'record_gone')
  else if (written.code === 'file_failed') await tryAgain(context, file)
  else await giveUp(context, file, written.code)
  return true
}

/** It stands in the record, or is gone from it: neither its name nor its contents are needed any more. */
const settle = (context: SyncContext, file: PairFile): Promise<void> =>
  end(context, file, {
    state: file.state === 'removing' ? 'removed' : 'written',
    dueAt: null,
    planId: null,
    forgetsName: true,
  })

/**
 * What the tracker could not fetch it may fetch another time. The next plan has another id: one that was refused is executed no second
 * time.
 */
async function tryAgain(context: SyncContext, file: PairFile): Promise<void> {
  const next = nextAttempt(file.attempts, context.now())
  if (!next) return giveUp(context, file, 'file_failed')
  await context.database.transaction(async (transaction) => {
    const { connectionId } = file
    await changeFile(transaction, file, { ...next, planId: null, ...(file.state === 'writing' && WAITING) })
    await enqueue(transaction, 'carryFiles', { connectionId }, next.dueAt)
  })
}
const WAITING = { state: 'waiting' } as const

/** It waits for a person; its contents do not wait with it. */
export function giveUp(context: SyncContext, file: PairFile, code: SyncErrorCode): Promise<void> {
  context.log.warn({ connectionId: file.connectionId, code }, 'a file was given up')
  const attempts = beginOfNextRound(file.attempts)
  return end(context, file, { state: 'failed', dueAt: null, planId: null, fault: code, attempts })
}

const end = ({ database, now }: SyncContext, file: PairFile, change: Parameters<typeof changeFile>[2]): Promise<void> =>
  database.transaction(async (transaction) => {
    if (!(await changeFile(transaction, file, change))) return
    const { connectionId } = file
    await forgetBlobs(transaction, idleSince(now()))
    await runWaitingFiles(transaction, connectionId, now())
    await enqueue(transaction, 'carryFiles', { connectionId }, now())
  })
