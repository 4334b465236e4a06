import { atDestination, type ConnectionState, ERROR_CODES, type ErrorCode } from '@accord/shared/protocol'

import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal, type Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { pauseBeforeAsking } from './approval-pause.ts'
import { type Change, changeConnection, NODE_ACTOR, REMOTE_ACTOR } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { requestConfirmation } from './source-calls.ts'
import { remoteName } from '../../connections/remote-details.ts'
import { enqueue } from '../../jobs/job-table.ts'

const LOST: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'connection_unknown',
  'connection_gone',
  'approval_rejected',
  'approval_expired',
])

/**
 * One attempt to make the first signed call; without it the source would abandon the connection at `confirmBy`. Where the
 * source wants to approve first, the same call tells that it has.
 */
export async function runConfirm(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (record?.state !== 'active' && record?.state !== 'awaiting_approval') return DONE
  const refusal = await confirm(context, record)
  if (!refusal) return noteConfirmed(context, record)
  const { confirmBy } = record
  const tooLate = confirmBy !== null && confirmBy <= context.now()
  if (LOST.has(refusal.code) || tooLate) return losePeer(context, record, refusal)
  if (refusal.code === 'awaiting_approval') return askAgain(context, record, refusal)
  await showReason(context, record, refusal)
  return { ...failedBy(refusal, context.now()), ...(confirmBy ? { notLaterThan: confirmBy } : {}) }
}

/** The source answers, and its admin has not decided: how long it has taken so far says how soon to ask again. */
async function askAgain(context: ConnectionContext, record: ConnectionRecord, refusal: Refusal): Promise<JobResult> {
  if (record.reason) await write(context, record, reachedAgain(record))
  const now = context.now().getTime()
  const pauseMs = pauseBeforeAsking(now - (record.lastContactAt?.getTime() ?? now))
  const { done, error } = failedBy(refusal, context.now())
  return { done, error, notLaterThan: new Date(now + pauseMs) }
}

async function confirm(context: ConnectionContext, record: ConnectionRecord): Promise<Refusal | undefined> {
  try {
    await requestConfirmation(context, record)
    return undefined
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

async function noteConfirmed(context: ConnectionContext, record: ConnectionRecord): Promise<JobResult> {
  const { database, pollOnly } = context
  const now = context.now()
  const source = remoteName(record.remote, 'The source')
  const wasWaiting = record.state === 'awaiting_approval'
  await write(context, record, {
    ...(wasWaiting ? atDestination('awaiting_approval', 'approved') : { onlyIn: [record.state] }),
    event: wasWaiting ? 'approvedBySource' : 'confirmed',
    detail: wasWaiting
      ? `${source} approved the connection and took the first signed call: both sides are active.`
      : `${source} took the first signed call: both sides are active.`,
    actor: REMOTE_ACTOR,
    set: { lastContactAt: now, reason: null, ...(wasWaiting ? { activatedAt: now } : {}) },
  })
  // A private side cannot be called: it polls the peer from now on.
  if (pollOnly)
    await database.transaction((transaction) => enqueue(transaction, 'contact', { connectionId: record.id }, now))
  return DONE
}

const LOSS: Partial<Record<ConnectionState, Pick<Change, 'transition' | 'onlyIn' | 'event'>>> = {
  active: { ...atDestination('active', 'peerUnknown'), event: 'peerLost' },
  awaiting_approval: { ...atDestination('awaiting_approval', 'rejected'), event: 'rejectedBySource' },
}

/** The source does not know the connection, or does not want it: a new code is needed, and the person is informed. */
async function losePeer(context: ConnectionContext, record: ConnectionRecord, refusal: Refusal): Promise<JobResult> {
  await write(context, record, {
    event: 'peerLost',
    ...LOSS[record.state],
    detail: `${ERROR_CODES[refusal.code].title}. ${refusal.message}`,
    actor: REMOTE_ACTOR,
    set: { reason: { code: refusal.code, detail: refusal.message } },
  })
  return DONE
}

async function showReason(context: ConnectionContext, record: ConnectionRecord, refusal: Refusal): Promise<void> {
  if (record.reason?.code === refusal.code) return
  await write(context, record, {
    onlyIn: [record.state],
    event: 'confirmationWaiting',
    detail: `${ERROR_CODES[refusal.code].title}. The first signed call is tried again by itself.`,
    actor: NODE_ACTOR,
    set: { reason: { code: refusal.code, detail: refusal.message } },
  })
}

const reachedAgain = (record: ConnectionRecord): Change => ({
  onlyIn: [record.state],
  event: 'reachedAgain',
  detail: 'The source answers again; its admin has not decided yet.',
  actor: NODE_ACTOR,
  set: { reason: null },
})

async function write({ database, now }: ConnectionContext, record: ConnectionRecord, change: Change) {
  await database.transaction((transaction) => changeConnection(transaction, record, now(), change))
}
