import { ERROR_CODES } from '@accord/shared/protocol'

import { DONE, type JobResult } from '../lanes/lane-handler.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { findConnection } from '../store/connections.ts'
import { type Change, changeConnection, NODE_ACTOR, REMOTE_ACTOR } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { requestConfirmation } from './source-calls.ts'

const LOST: ReadonlySet<string> = new Set(['connection_unknown', 'connection_gone'])

/** One attempt to make the first signed call; without it the source would abandon the connection at `confirmBy`. */
export async function runConfirm(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (record?.state !== 'active') return DONE
  const refusal = await confirm(context, record)
  if (!refusal) return noteConfirmed(context, record)
  const { confirmBy } = record
  const tooLate = confirmBy !== null && confirmBy <= context.now()
  if (LOST.has(refusal.code) || tooLate) return losePeer(context, record, refusal)
  await showReason(context, record, refusal)
  const error = `${refusal.code}: ${refusal.message}`
  const notBefore = new Date(context.now().getTime() + (refusal.retryAfterS ?? 0) * 1000)
  return { done: false, error, notBefore, ...(confirmBy ? { notLaterThan: confirmBy } : {}) }
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
  await write(context, record, {
    onlyIn: ['active'],
    event: 'confirmed',
    detail: `${record.remote.name ?? 'The source'} took the first signed call: both sides are active.`,
    actor: REMOTE_ACTOR,
    set: { lastContactAt: context.now(), reason: null },
  })
  return DONE
}

/** The source does not know the connection: a new code is needed, and the person is told. */
async function losePeer(context: ConnectionContext, record: ConnectionRecord, refusal: Refusal): Promise<JobResult> {
  await write(context, record, {
    transition: 'peerUnknown',
    event: 'peerLost',
    detail: `${ERROR_CODES[refusal.code].title}. ${refusal.message}`,
    actor: REMOTE_ACTOR,
    set: { reason: { code: refusal.code, detail: refusal.message } },
  })
  return DONE
}

async function showReason(context: ConnectionContext, record: ConnectionRecord, refusal: Refusal): Promise<void> {
  if (record.reason?.code === refusal.code) return
  await write(context, record, {
    onlyIn: ['active'],
    event: 'confirmationWaiting',
    detail: `${ERROR_CODES[refusal.code].title}. The first signed call is tried again by itself.`,
    actor: NODE_ACTOR,
    set: { reason: { code: refusal.code, detail: refusal.message } },
  })
}

async function write({ database, changes, now }: ConnectionContext, { id }: ConnectionRecord, change: Change) {
  const changed = await database.transaction((transaction) => changeConnection(transaction, id, now(), change))
  changes.announce(changed, change.transition)
}
