import { ERROR_CODES, quoted } from '@accord/shared/protocol'
import type { GrantClaims } from '@accord/shared/schemas'

import { keyPairOf } from '../../keys/key-pair.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isFinal } from '../../nodes/final-refusal.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord, SealedKey } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import { forgetKeyRotations } from '../../store/key-rotations.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { findRekey, finishRekey, type RekeyRecord } from '../../store/rekeys.ts'
import { bringBack } from '../../connections/bring-back.ts'
import { changeConnection, NODE_ACTOR, REMOTE_ACTOR } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import { openInvitation } from '../../invitations/sealed-invitation.ts'
import { openConnectionKey } from '../../peer-calls/sealed-keys.ts'
import { requestGrant } from './source-calls.ts'

/** One attempt to redeem a code that renews keys. Always the same key, so that an answer that was lost is given again. */
export async function runRekey(context: ConnectionContext, invitationId: string): Promise<JobResult> {
  const rekey = await findRekey(context.database.db, invitationId)
  const record = rekey && (await findConnection(context.database.db, rekey.connectionId))
  if (!rekey?.waiting || !record) return DONE
  if (openInvitation(context.vault, invitationId, rekey.waiting.invitationSealed).payload.nodeInfo.pollOnly)
    return endWait(context, record, rekey)
  const { invitationSealed, key } = rekey.waiting
  try {
    const answer = await askIssuer(context, record, invitationSealed, key, invitationId)
    return await storeRekey(context, record, rekey, key, answer)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return isFinal(error) || context.now() >= rekey.expiresAt
      ? giveUpRekey(context, record, rekey, error)
      : again(context, rekey, error)
  }
}

export interface RekeyAnswer {
  readonly grant: GrantClaims
  /** Of the code, pinned from here on. */
  readonly identityThumbprint: string
}

async function askIssuer(
  context: ConnectionContext,
  record: ConnectionRecord,
  sealed: string,
  key: SealedKey,
  invitationId: string,
): Promise<RekeyAnswer> {
  const invitation = openInvitation(context.vault, invitationId, sealed)
  const pair = openConnectionKey(context.vault, { ...record, localKey: key })
  const grant = await requestGrant(context, invitation, keyPairOf(pair.privateJwk))
  requireSameConnection(record, grant)
  return { grant, identityThumbprint: invitation.identityThumbprint }
}

export function requireSameConnection(record: ConnectionRecord, grant: GrantClaims): void {
  if (grant.connectionId !== record.sharedId)
    throw new Refusal('protocol_violation', 'The grant is for another connection than the code.')
}

/** An issuer that cannot be called fetches the acceptance itself, as long as the code lives. */
async function endWait(context: ConnectionContext, record: ConnectionRecord, rekey: RekeyRecord): Promise<JobResult> {
  if (context.now() < rekey.expiresAt)
    return { done: false, error: 'the issuer has not asked yet', notBefore: rekey.expiresAt }
  return giveUpRekey(context, record, rekey, new Refusal('timed_out', 'The other side did not ask in time.'))
}

/** Both sides have fresh keys; this side confirms next or, where the issuer cannot be called, waits for its call. */
export async function storeRekey(
  { database, now }: ConnectionContext,
  record: ConnectionRecord,
  { invitationId }: RekeyRecord,
  key: SealedKey,
  { grant, identityThumbprint }: RekeyAnswer,
): Promise<JobResult> {
  const at = now()
  await database.transaction(async (transaction) => {
    await finishRekey(transaction, invitationId)
    await forgetKeyRotations(transaction, record.id)
    if (!grant.nodeInfo.pollOnly) await enqueue(transaction, 'confirm', { connectionId: record.id }, at)
    return bringBack(transaction, record, at, {
      event: 'rekeyed',
      detail: `${quoted(grant.nodeInfo.name)} and this side have fresh keys; what was agreed before goes on.`,
      actor: REMOTE_ACTOR,
      set: {
        reason: null,
        localKey: key,
        remoteKeyX: grant.connectionKey.x,
        remote: remoteDetailsOf(grant.nodeInfo),
        remoteIdentityThumbprint: identityThumbprint,
        restVersion: grant.restVersion,
        confirmBy: new Date(grant.confirmBy),
        activatedAt: record.activatedAt ?? at,
        lastContactAt: at,
      },
    })
  })
  return DONE
}

const again = ({ now }: ConnectionContext, { expiresAt }: RekeyRecord, refusal: Refusal): JobResult => ({
  ...failedBy(refusal, now()),
  notLaterThan: expiresAt,
})

/** The keys stay as they were. */
export async function giveUpRekey(
  { database, now }: ConnectionContext,
  { id, state }: ConnectionRecord,
  { invitationId }: RekeyRecord,
  refusal: Refusal,
): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    await finishRekey(transaction, invitationId)
    return changeConnection(transaction, id, now(), {
      onlyIn: [state],
      event: 'rekeyRefused',
      detail: `${ERROR_CODES[refusal.code].title}. ${refusal.message} The keys are as they were.`,
      actor: NODE_ACTOR,
      set: { reason: { code: refusal.code, detail: refusal.message } },
    })
  })
  return DONE
}
