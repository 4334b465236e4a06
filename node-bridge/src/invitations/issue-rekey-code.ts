import { hasTrait } from '@accord/shared/protocol'
import type { IssuedInvitation } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { findConnection } from '../store/connections/connections.ts'
import { revokeOpenInvitations } from '../store/handshake/invitations.ts'
import { changeConnection } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { detailsOf, takeSnapshots } from '../connections/connection-snapshot.ts'
import { prepareInvitation, storeInvitation } from './issue-invitation.ts'
import { remoteName } from '../connections/remote-details.ts'

const LIFE_MS = 86_400_000

/**
 * A code by which the admins of both sides renew the keys of a connection, PROTOCOL.md §5.11; either side may issue it, and
 * only the instance at the other end can redeem it. The one before is worthless. Throws `connection_unknown`, `state_conflict`.
 */
export async function issueRekeyCode(
  context: ConnectionContext,
  id: string,
  actor: string,
): Promise<z.infer<typeof IssuedInvitation>> {
  const { database, identity, now } = context
  const before = await findConnection(database.db, id)
  if (!before) throw new Refusal('connection_unknown')
  const { sharedId, remote, peerConnectionId, remoteIdentityThumbprint: pinned } = before
  if (!hasTrait(before.state, 'contacted') || !sharedId || !remote.instanceUid || peerConnectionId)
    throw new Refusal('state_conflict', undefined, { facts: { state: before.state } })
  if (context.pollOnly && remote.pollOnly) throw new Refusal('both_sides_private')
  const invited = { instanceUid: remote.instanceUid, identities: pinned === null ? [] : [pinned] }
  const options = { expiresInMs: LIFE_MS, invited, approval: false }
  const issued = await prepareInvitation(context, before, { ...options, rekeyConnectionId: sharedId })
  const { record, invitation } = await database.transaction(async (transaction) => {
    await revokeOpenInvitations(transaction, id)
    const stored = await storeInvitation(transaction, id, issued)
    const changed = await changeConnection(transaction, id, now(), {
      onlyIn: [before.state],
      event: 'rekeyCodeIssued',
      detail: `A code was issued that renews the keys; only ${remoteName(remote, 'the other side')} can redeem it, for a day.`,
      actor,
    })
    return { record: changed, invitation: detailsOf(stored, changed) }
  })
  const [connection] = await takeSnapshots(database.db, [record], identity.fingerprint)
  if (!connection) throw new Refusal('connection_unknown')
  return { connection, code: issued.code, invitation }
}
