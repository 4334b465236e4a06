import { LIMITS } from '@accord/shared/protocol'
import { SOURCE_REFUSALS, type SettleAcceptanceRequest } from '@accord/shared/schemas'

import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal, type Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findInvitation, type InvitationRecord } from '../../store/handshake/invitations.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { redeemInvitation } from '../source/redeem-invitation.ts'
import { fetchAcceptance, settleAcceptance } from './acceptor-calls.ts'
import { enqueue } from '../../jobs/job-table.ts'

/** Between two questions where the other side does not hold its answer. */
const ASK_EVERY_MS = 2000
/** After its end a code is only asked about so that whoever accepts it too late learns why. */
const ASK_AFTER_END_MS = 60_000

type Outcome = 'nothing' | 'granted' | 'refused'

/** One question whether the code was accepted, until the code's time is over. */
export async function collectAcceptance(
  context: ConnectionContext,
  invitationId: string,
  connectionId: string,
): Promise<JobResult> {
  const { db } = context.database
  const [invitation, record] = [await findInvitation(db, invitationId), await findConnection(db, connectionId)]
  if (!invitation || !record?.remote.nodeUrl) return DONE
  const startedAt = context.now().getTime()
  const outcome = await collect(context, record, invitation)
  return goOn(context, invitationId, connectionId, outcome, startedAt)
}

/** Asks once, checks what comes as any redeem, and brings the answer. Throws the refusals of the network and of the peer. */
export async function collect(
  context: ConnectionContext,
  record: ConnectionRecord,
  { id, state }: InvitationRecord,
): Promise<Outcome> {
  const waitMs = state === 'open' ? LIMITS.longPollMs : 0
  const redeem = await fetchAcceptance(context, record, id, { waitMs })
  if (redeem === null) return 'nothing'
  const answer = await redeemFetched(context, record, id, redeem)
  const current = (await findConnection(context.database.db, record.id)) ?? record
  await settleAcceptance(context, current, id, answer)
  return 'grant' in answer ? 'granted' : 'refused'
}

/** The normal redeem, PROTOCOL.md §5.1. A clock that is wrong gets one more chance, by a nonce. */
async function redeemFetched(
  context: ConnectionContext,
  record: ConnectionRecord,
  invitationId: string,
  redeem: string,
  mayRetry = true,
): Promise<SettleAcceptanceRequest> {
  try {
    const { grant } = await redeemInvitation(context, invitationId, { redeem })
    return { redeem, grant }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const nonce = error.code === 'clock_skew' && mayRetry ? error.facts?.['nonce'] : undefined
    if (typeof nonce === 'string') {
      const again = await fetchAcceptance(context, record, invitationId, { waitMs: 0, nonce })
      if (again !== null) return redeemFetched(context, record, invitationId, again, false)
    }
    return refusalToTell(error)
  }
}

type SentRefusal = Omit<Extract<SettleAcceptanceRequest, { refusal: unknown }>['refusal'], 'code'>

/** Throws failures of this side itself: they are temporary, and are not sent to the other side. */
export function refusalToTell(refusal: Refusal): SettleAcceptanceRequest {
  const code = SOURCE_REFUSALS.find((known) => known === refusal.code)
  if (code === undefined) throw refusal
  const { versions, sourceRange, destinationRange, reason } = (refusal.facts ?? {}) as SentRefusal
  return {
    refusal: {
      code,
      ...(versions ? { versions } : {}),
      ...(sourceRange ? { sourceRange } : {}),
      ...(destinationRange ? { destinationRange } : {}),
      ...(reason === 'address_changed' ? { reason } : {}),
    },
  }
}

/** After a grant the other side is called next. After a refusal somebody else may accept the code until it expires. */
async function goOn(
  { database, now }: ConnectionContext,
  invitationId: string,
  connectionId: string,
  outcome: Outcome,
  startedAt: number,
): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    const at = now()
    const [invitation, record] = [
      await findInvitation(transaction, invitationId),
      await findConnection(transaction, connectionId),
    ]
    const isRedeemed = invitation?.state === 'spent'
    if (isRedeemed && record?.state === 'awaiting_approval')
      await enqueue(transaction, 'watchAcceptor', { connectionId }, at)
    else if (isRedeemed && outcome !== 'refused') await enqueue(transaction, 'confirmGrant', { connectionId }, at)
    if (outcome === 'granted' || !invitation || invitation.expiresAt <= at) return
    const pauseMs = invitation.state === 'open' ? ASK_EVERY_MS - (at.getTime() - startedAt) : ASK_AFTER_END_MS
    await enqueue(
      transaction,
      'collectAcceptance',
      { invitationId, connectionId },
      new Date(at.getTime() + Math.max(0, pauseMs)),
    )
  })
  return DONE
}
