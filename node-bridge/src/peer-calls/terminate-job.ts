import { atEither, ERROR_CODES, LIMITS } from '@accord/shared/protocol'
import { TerminateResponse } from '@accord/shared/schemas'

import type { JobPayload } from '../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../jobs/serial-queue-handler.ts'
import { isRefusal, type Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { type Change, NODE_ACTOR, REMOTE_ACTOR, tryChange } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { findGrantedPeer } from '../connections/granted-peer.ts'
import { callPeer } from './signed-call.ts'

/** The peer holds nothing that could be ended. */
const NOTHING_LEFT: ReadonlySet<string> = new Set(['connection_gone', 'connection_unknown'])

/** Tells the peer that this side has deleted the connection, for thirty days. */
export async function runTermination(
  context: ConnectionContext,
  { connectionId, since }: JobPayload<'terminate'>,
): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (record?.state !== 'terminating') return DONE
  const refusal = await tellPeer(context, record)
  if (!refusal || NOTHING_LEFT.has(refusal.code)) return finish(context, record, ACKNOWLEDGED)
  const end = new Date(since + LIMITS.terminateGiveUpMs)
  if (context.now() >= end) return finish(context, record, GIVEN_UP)
  await showReason(context, record, refusal)
  return { ...failedBy(refusal, context.now()), notLaterThan: end }
}

/** A superseded connection has no shared id any more, so the peer cannot be informed of it. */
async function tellPeer(context: ConnectionContext, record: ConnectionRecord): Promise<Refusal | undefined> {
  if (!findGrantedPeer(record)) return undefined
  try {
    await callPeer(context, record, 'terminateConnection', {}, TerminateResponse)
    return undefined
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

const ACKNOWLEDGED: Change = {
  ...atEither('terminating', 'terminateAcknowledged'),
  event: 'terminated',
  detail: 'The other side knows that the connection has ended.',
  actor: REMOTE_ACTOR,
  set: { reason: null },
}
const GIVEN_UP: Change = {
  ...atEither('terminating', 'giveUp'),
  event: 'terminated',
  detail: 'The other side could not be informed for thirty days. It learns of the end when it calls.',
  actor: NODE_ACTOR,
}

async function finish(context: ConnectionContext, { id }: ConnectionRecord, change: Change): Promise<JobResult> {
  const { database, now } = context
  await database.transaction((transaction) => tryChange(transaction, id, now(), change))
  return DONE
}

async function showReason(context: ConnectionContext, record: ConnectionRecord, refusal: Refusal): Promise<void> {
  if (record.reason?.code === refusal.code) return
  const { database, now } = context
  const waiting: Change = {
    onlyIn: ['terminating'],
    event: 'terminationWaiting',
    detail: `${ERROR_CODES[refusal.code].title}. The other side is sent again by itself, for up to thirty days.`,
    actor: NODE_ACTOR,
    set: { reason: { code: refusal.code, detail: refusal.message } },
  }
  await database.transaction((transaction) => tryChange(transaction, record.id, now(), waiting))
}
