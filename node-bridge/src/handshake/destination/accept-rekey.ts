import { quoted } from '@accord/shared/protocol'

import { createKeyPair } from '../../keys/key-pair.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection, findSharedConnection } from '../../store/connections.ts'
import { enqueueJob } from '../../store/serial-queue-jobs.ts'
import { findRekey, insertRekey } from '../../store/rekeys.ts'
import { changeConnection } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { ProcessedInvitation } from '../../invitations/invitation-code.ts'
import { KEYS_QUEUE } from '../../jobs/keys-queue.ts'
import { REKEYED_STATES } from '../../connections/rekey-states.ts'
import { requireListedIdentity } from '../../invitations/listed-identity.ts'
import { requireAcceptable } from '../../invitations/review-invitation.ts'
import { sealInvitation } from '../../invitations/sealed-invitation.ts'
import { sealConnectionKey } from '../../peer-calls/sealed-keys.ts'

/**
 * The connection whose keys this code renews, when this node still has it. Throws `state_conflict` for one that has ended,
 * and `identity_mismatch` when the code is not signed by the node at its other end.
 */
export async function findRenewable(
  { database }: ConnectionContext,
  { payload, identityThumbprint }: Pick<ProcessedInvitation, 'payload' | 'identityThumbprint'>,
): Promise<ConnectionRecord | undefined> {
  const record = payload.connectionId ? await findSharedConnection(database.db, payload.connectionId) : undefined
  if (!record) return undefined
  const { remote, remoteIdentityThumbprint: pinned, state } = record
  if (remote.instanceUid !== null && remote.instanceUid !== payload.nodeInfo.instanceUid)
    throw new Refusal('identity_mismatch')
  if (pinned !== null && pinned !== identityThumbprint) throw new Refusal('identity_mismatch')
  if (!REKEYED_STATES.has(state)) throw new Refusal('state_conflict', undefined, { facts: { state } })
  return record
}

/** Stores the decision and the new key; the issuer is asked in the background. The same code again changes nothing. */
export async function acceptRekey(
  context: ConnectionContext,
  { id, remote, state }: ConnectionRecord,
  invitation: ProcessedInvitation,
  actor: string,
): Promise<string> {
  const { database, vault, changes, now } = context
  const { jti: invitationId, exp } = invitation.payload
  if (await findRekey(database.db, invitationId)) return id
  await requireAcceptable(context, invitation.payload)
  await requireListedIdentity(context, invitation)
  const key = sealConnectionKey(vault, id, await createKeyPair())
  const waiting = { invitationSealed: sealInvitation(vault, invitation), key }
  const changed = await database.transaction(async (transaction) => {
    const accepted = { invitationId, connectionId: id, waiting, expiresAt: new Date(exp * 1000) }
    if (!(await insertRekey(transaction, accepted))) return undefined
    const payload = { connectionId: id, invitationId }
    await enqueueJob(transaction, { queue: KEYS_QUEUE, key: id, payload, runAt: now() })
    return changeConnection(transaction, id, now(), {
      onlyIn: [state],
      event: 'rekeyAccepted',
      detail: `The code of ${quoted(remote.name ?? invitation.payload.nodeInfo.name)} that renews the keys was accepted.`,
      actor,
    })
  })
  if (changed) changes.announce(changed)
  return (await findConnection(database.db, id))?.id ?? id
}
