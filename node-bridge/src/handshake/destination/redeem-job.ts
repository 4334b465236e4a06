import { ERROR_CODES, LIMITS, quoted } from '@accord/shared/protocol'
import type { GrantClaims } from '@accord/shared/schemas'

import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isFinal } from '../../nodes/final-refusal.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import { type AcceptanceRecord, countAttempt, findAcceptances, wipeInvitationKey } from '../../store/acceptances.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import {
  type Change,
  changeConnection,
  changeWithWarning,
  NODE_ACTOR,
  REMOTE_ACTOR,
} from '../../connections/change-connection.ts'
import { clockWarning } from '../../connections/clock-warning.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { openInvitation } from '../../invitations/sealed-invitation.ts'
import { openConnectionKey } from '../../peer-calls/sealed-keys.ts'
import { requestGrant } from './source-calls.ts'
import { requireOwnName, supersedeConnection } from '../../connections/supersede-connection.ts'
import { enqueue } from '../../jobs/job-table.ts'

/** One attempt to redeem an accepted code. Always the same key, so that an answer that was lost is given again. */
export async function runRedeem(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const { db } = context.database
  const record = await findConnection(db, connectionId)
  const acceptance = (await findAcceptances(db, [connectionId])).get(connectionId)
  if (record?.state !== 'redeeming' || !acceptance?.invitationSealed) return DONE
  if (record.remote.pollOnly) return endWait(context, record, acceptance)
  const answer = await askSource(context, record, acceptance.invitationId, acceptance.invitationSealed)
  if (!isRefusal(answer)) return storeGrant(context, record, acceptance, answer)
  return isFinal(answer)
    ? failRedeem(context, record, acceptance, 'refused', answer)
    : keepTrying(context, record, acceptance, answer)
}

/** The grant, or the refusal that came instead. */
async function askSource(
  context: ConnectionContext,
  record: ConnectionRecord,
  invitationId: string,
  sealed: string,
): Promise<GrantClaims | Refusal> {
  try {
    const invitation = openInvitation(context.vault, invitationId, sealed)
    const grant = await requestGrant(context, invitation, openConnectionKey(context.vault, record))
    await requireOwnName(context.database.db, record, grant.connectionId)
    return grant
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

/** The source has granted: this side confirms next or, where the source cannot be called, waits for its first signed call. */
export async function storeGrant(
  { database, now }: ConnectionContext,
  record: ConnectionRecord,
  { invitationId }: AcceptanceRecord,
  grant: GrantClaims,
): Promise<JobResult> {
  const { id } = record
  const at = now()
  await database.transaction(async (transaction) => {
    await wipeInvitationKey(transaction, invitationId)
    if (grant.nodeInfo.pollOnly)
      await enqueue(transaction, 'noteSilence', { connectionId: id }, new Date(grant.confirmBy))
    else await enqueue(transaction, 'confirm', { connectionId: id }, at)
    await supersedeConnection(transaction, record, grant.connectionId, at)
    await changeWithWarning(
      transaction,
      record,
      at,
      grantedChange(grant, at),
      clockWarning(grant.nodeInfo.name, grant.iat, at),
    )
  })
  return DONE
}

function grantedChange(grant: GrantClaims, at: Date): Change {
  const approved = grant.status === 'granted'
  const transition = approved ? 'granted' : 'grantedForApproval'
  return {
    transition,
    event: transition,
    detail: approved
      ? `${quoted(grant.nodeInfo.name)} granted the connection; protocol version ${grant.restVersion}.`
      : `${quoted(grant.nodeInfo.name)} wants to approve the connection first.`,
    actor: REMOTE_ACTOR,
    set: {
      reason: null,
      remote: remoteDetailsOf(grant.nodeInfo),
      remoteKeyX: grant.connectionKey.x,
      restVersion: grant.restVersion,
      description: grant.connection.description,
      confirmBy: new Date(grant.confirmBy),
      activatedAt: approved ? at : null,
      lastContactAt: at,
      sharedId: grant.connectionId,
    },
  }
}

/** A source that cannot be called fetches the acceptance itself; if it has not until then, it will not. */
async function endWait(
  context: ConnectionContext,
  record: ConnectionRecord,
  acceptance: AcceptanceRecord,
): Promise<JobResult> {
  const end = endOf(acceptance)
  if (context.now() < end) return { done: false, error: 'the source has not asked yet', notBefore: end }
  const refusal = new Refusal('timed_out', 'The node of the source cannot be called, and it did not ask in time.')
  return failRedeem(context, record, acceptance, 'giveUp', refusal)
}

/** Until the code ends or a day has passed; the last attempt comes at that moment. */
export const endOf = ({ acceptedAt, expiresAt }: Pick<AcceptanceRecord, 'acceptedAt' | 'expiresAt'>): Date =>
  new Date(Math.min(expiresAt.getTime(), acceptedAt.getTime() + LIMITS.redeemGiveUpMs))

async function keepTrying(
  context: ConnectionContext,
  record: ConnectionRecord,
  acceptance: AcceptanceRecord,
  refusal: Refusal,
): Promise<JobResult> {
  const { database, now } = context
  const end = endOf(acceptance)
  if (now() >= end) return failRedeem(context, record, acceptance, 'giveUp', refusal)
  const reason = { code: refusal.code, detail: refusal.message }
  await database.transaction(async (transaction) => {
    await countAttempt(transaction, acceptance.invitationId)
    if (record.reason?.code === reason.code) return
    await changeConnection(transaction, record.id, now(), {
      onlyIn: ['redeeming'],
      event: 'waiting',
      detail: `${ERROR_CODES[refusal.code].title}. It is tried again until ${end.toISOString()}. ${refusal.message}`,
      actor: NODE_ACTOR,
      set: { reason },
    })
  })
  return { ...failedBy(refusal, now()), notLaterThan: end }
}

/** A cause that its holder has to know has a code of its own among the reasons of a state. */
const causeOf = ({ code, facts }: Refusal): string =>
  code === 'invitation_revoked' && facts?.['reason'] === 'address_changed' ? 'address_changed' : code

/** The answer is final: the invitation key is wiped. */
export async function failRedeem(
  { database, now }: ConnectionContext,
  { id }: ConnectionRecord,
  { invitationId }: AcceptanceRecord,
  transition: 'refused' | 'giveUp',
  refusal: Refusal,
): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    await wipeInvitationKey(transaction, invitationId)
    return changeConnection(transaction, id, now(), {
      transition,
      event: transition === 'refused' ? 'refused' : 'gaveUp',
      detail: `${ERROR_CODES[refusal.code].title}. ${refusal.message}`,
      actor: transition === 'refused' ? REMOTE_ACTOR : NODE_ACTOR,
      set: { reason: { code: causeOf(refusal), detail: refusal.message } },
    })
  })
  return DONE
}
