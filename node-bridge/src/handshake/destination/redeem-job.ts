import { ERROR_CODES, LIMITS } from '@accord/shared/protocol'
import type { GrantClaims } from '@accord/shared/schemas'

import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isFinal } from '../../nodes/final-refusal.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { forgetKeyRotations } from '../../store/connections/key-rotations.ts'
import {
  countAttempt,
  findWaitingRedemption,
  finishRedemption,
  type RedemptionRecord,
} from '../../store/handshake/redemptions.ts'
import { changeConnection, NODE_ACTOR, REMOTE_ACTOR, tryChange } from '../../connections/change-connection.ts'
import { clockWarning } from '../../connections/clock-warning.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { REDEMPTION_STEPS } from '../../connections/redemption-steps.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { requireOwnName, supersedeConnection } from '../../connections/supersede-connection.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { type OpenRedemption, openRedemption } from './open-redemption.ts'
import { requestGrant } from './source-calls.ts'

/** One attempt to redeem an accepted code. Always the same key, so that an answer that was lost is given again. */
export async function runRedeem(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const { db } = context.database
  const waiting = await findWaitingRedemption(db, connectionId)
  const record = waiting && (await findConnection(db, connectionId))
  if (!waiting || !record) return DONE
  const open = openRedemption(context, waiting, record)
  if (open.invitation.payload.nodeInfo.pollOnly) return endWait(context, open)
  const answer = await askIssuer(context, open)
  if (!isRefusal(answer)) return storeGrant(context, open, answer)
  return isFinal(answer) ? failRedeem(context, open, 'refused', answer) : keepTrying(context, open, answer)
}

/** The grant, or the refusal that came instead. */
async function askIssuer(context: ConnectionContext, open: OpenRedemption): Promise<GrantClaims | Refusal> {
  try {
    const grant = await requestGrant(context, open.invitation, open.connectionKey)
    await requireOwnName(context.database.db, open.record, grant.connectionId)
    return grant
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

/**
 * The issuer has granted: this side confirms next or, where the issuer cannot be called, waits for its first signed call.
 * An answer that came before, and one to a code that another has replaced, changes nothing.
 */
export async function storeGrant(
  { database, now }: ConnectionContext,
  { record, redemption, invitation }: OpenRedemption,
  grant: GrantClaims,
): Promise<JobResult> {
  const { id: connectionId } = record
  const { invitationId, purpose, key } = redemption
  const { granted, take } = REDEMPTION_STEPS[purpose]
  const { name, pollOnly } = grant.nodeInfo
  const at = now()
  const confirmBy = new Date(grant.confirmBy)
  const step = granted(grant)
  const set = {
    reason: null,
    remote: remoteDetailsOf(grant.nodeInfo),
    remoteIdentityThumbprint: invitation.identityThumbprint,
    localKey: key,
    remoteKeyX: grant.connectionKey.x,
    restVersion: grant.restVersion,
    confirmBy,
    activatedAt: record.activatedAt ?? (grant.status === 'granted' ? at : null),
    lastContactAt: at,
    sharedId: grant.connectionId,
    ...step.set,
  }
  await database.transaction(async (transaction) => {
    if (!(await finishRedemption(transaction, invitationId, 'granted'))) return
    if (record.localKey) await forgetKeyRotations(transaction, connectionId)
    if (pollOnly) await enqueue(transaction, 'noteSilence', { connectionId }, confirmBy)
    else await enqueue(transaction, 'confirm', { connectionId }, at)
    await supersedeConnection(transaction, record, grant.connectionId, at)
    const changed = await take(transaction, record, at, { ...step, actor: REMOTE_ACTOR, set })
    const warning = clockWarning(name, grant.iat, at)
    if (warning) await changeConnection(transaction, changed, at, warning)
  })
  return DONE
}

/** An issuer that cannot be called fetches the redeem itself; if it has not until then, it will not. */
async function endWait(context: ConnectionContext, open: OpenRedemption): Promise<JobResult> {
  const end = endOf(open.redemption)
  if (context.now() < end) return { done: false, error: 'the source has not asked yet', notBefore: end }
  const refusal = new Refusal('timed_out', 'The node of the source cannot be called, and it did not ask in time.')
  return failRedeem(context, open, 'gaveUp', refusal)
}

/** Until the code ends or a day has passed; the last attempt comes at that moment. */
export const endOf = ({ acceptedAt, expiresAt }: Pick<RedemptionRecord, 'acceptedAt' | 'expiresAt'>): Date =>
  new Date(Math.min(expiresAt.getTime(), acceptedAt.getTime() + LIMITS.redeemGiveUpMs))

async function keepTrying(context: ConnectionContext, open: OpenRedemption, refusal: Refusal): Promise<JobResult> {
  const { database, now } = context
  const { record, redemption } = open
  const end = endOf(redemption)
  if (now() >= end) return failRedeem(context, open, 'gaveUp', refusal)
  const text = `${ERROR_CODES[refusal.code].title}. It is tried again until ${end.toISOString()}. ${refusal.message}`
  const stillWaits = await database.transaction(async (transaction) => {
    if (!(await countAttempt(transaction, redemption.invitationId))) return false
    if (record.reason?.code === refusal.code) return true
    const step = REDEMPTION_STEPS[redemption.purpose].waiting(text)
    const set = { reason: { code: refusal.code, detail: refusal.message } }
    await tryChange(transaction, record.id, now(), { ...step, actor: NODE_ACTOR, set })
    return true
  })
  return stillWaits ? { ...failedBy(refusal, now()), notLaterThan: end } : DONE
}

/** Some causes become the reason of the state, by a code of their own. */
const causeOf = ({ code, facts }: Refusal): string =>
  code === 'invitation_revoked' && facts?.['reason'] === 'address_changed' ? 'address_changed' : code

/** The answer is final: the invitation key is wiped. The connection key stays, for the same code once more. */
export async function failRedeem(
  { database, now }: ConnectionContext,
  { record, redemption: { invitationId, purpose } }: OpenRedemption,
  outcome: 'refused' | 'gaveUp',
  refusal: Refusal,
): Promise<JobResult> {
  const step = REDEMPTION_STEPS[purpose][outcome](`${ERROR_CODES[refusal.code].title}. ${refusal.message}`)
  await database.transaction(async (transaction) => {
    if (!(await finishRedemption(transaction, invitationId, 'refused'))) return undefined
    return tryChange(transaction, record.id, now(), {
      ...step,
      actor: outcome === 'refused' ? REMOTE_ACTOR : NODE_ACTOR,
      set: { reason: { code: causeOf(refusal), detail: refusal.message } },
    })
  })
  return DONE
}
