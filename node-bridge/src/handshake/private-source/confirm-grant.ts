import { ERROR_CODES, type ErrorCode, hasTrait } from '@accord/shared/protocol'
import { ConfirmResponse } from '@accord/shared/schemas'

import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal, type Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findNewestSpent } from '../../store/handshake/invitations.ts'
import { NODE_ACTOR, tryChange } from '../../connections/change-connection.ts'
import { noteSignedCall } from '../../peer-calls/note-signed-call.ts'
import { comeBack } from '../source/confirm-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { endedByPeer } from '../../connections/ended-by-peer.ts'
import { callPeer } from '../../peer-calls/signed-call.ts'
import { collect } from './collect-acceptance.ts'
import { enqueue } from '../../jobs/job-table.ts'

/** The other side does not hold this grant yet, or holds the keys before it. */
const NOT_HELD: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['connection_unknown', 'proof_invalid'])

/**
 * A source that cannot be called makes the first signed call itself, PROTOCOL.md §5.12; the answer carries the other side's
 * signature by the key that the redeem has bound, and makes this side active. After an approval the same call tells of it.
 */
export async function confirmGrant(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (!record || (record.state !== 'pending' && !hasTrait(record.state, 'contacted'))) return DONE
  try {
    await callPeer(context, record, 'confirmConnection', {}, ConfirmResponse)
    return await noteConfirmed(context, record)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.code === 'connection_gone') return end(context, record, error)
    if (NOT_HELD.has(error.code)) await grantAgain(context, record)
    else await showReason(context, record, error)
    return tryAgain(context, record, error)
  }
}

async function noteConfirmed(context: ConnectionContext, record: ConnectionRecord): Promise<JobResult> {
  if (record.state === 'peer_lost') await comeBack(context, record)
  if (record.sharedId) await noteSignedCall(context, record.sharedId)
  const { database, now } = context
  // This side cannot be called: it polls the peer from now on.
  await database.transaction((transaction) => enqueue(transaction, 'contact', { connectionId: record.id }, now()))
  return DONE
}

/** Our answer to the redeem was lost: the other side still asks for it. */
async function grantAgain(context: ConnectionContext, record: ConnectionRecord): Promise<void> {
  const invitation = await findNewestSpent(context.database.db, record.id)
  if (!invitation) return
  await collect(context, record, invitation).catch((error: unknown) => {
    if (!isRefusal(error)) throw error
  })
}

const tryAgain = ({ now }: ConnectionContext, { confirmBy, state }: ConnectionRecord, refusal: Refusal): JobResult => {
  if (confirmBy !== null && confirmBy <= now() && state !== 'pending') return DONE
  return failedBy(refusal, now())
}

async function end({ database, now }: ConnectionContext, { id }: ConnectionRecord, refusal: Refusal) {
  await database.transaction((transaction) => tryChange(transaction, id, now(), endedByPeer(refusal)))
  return DONE
}

async function showReason({ database, now }: ConnectionContext, record: ConnectionRecord, refusal: Refusal) {
  if (record.reason?.code === refusal.code) return
  await database.transaction((transaction) =>
    tryChange(transaction, record.id, now(), {
      onlyIn: ['pending'],
      event: 'confirmationWaiting',
      detail: `${ERROR_CODES[refusal.code].title}. The first signed call is tried again by itself.`,
      actor: NODE_ACTOR,
      set: { reason: { code: refusal.code, detail: refusal.message } },
    }),
  )
}
