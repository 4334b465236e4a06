import { type ConnectionState, hasTrait } from '@accord/shared/protocol'
import type { IssuedInvitation } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { type ConnectionFields } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import {
  countInvitations,
  findInvitation,
  type InvitationRecord,
  revokeOpenInvitations,
} from '../store/handshake/invitations.ts'
import { replaceWaitingRedemption } from '../store/handshake/redemptions.ts'
import { type Change, changeConnection } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { takeSnapshots } from '../connections/connection-snapshot.ts'
import { invitedAs } from '../connections/invited.ts'
import { prepareInvitation, storeInvitation } from './issue-invitation.ts'

const BEFORE_REDEEM: readonly ConnectionState[] = ['invited']

/** A new code for a connection that nobody has redeemed; the code before is worthless from here on. Throws `state_conflict`. */
export async function reissueInvitation(
  context: ConnectionContext,
  connectionId: string,
  actor: string,
): Promise<z.infer<typeof IssuedInvitation>> {
  const { database, identity } = context
  const before = await findConnection(database.db, connectionId)
  if (!before) throw new Refusal('connection_unknown')
  if (before.side !== 'source')
    throw new Refusal('state_conflict', 'The other side issues the code of this connection.')
  // A connection with an open code counts against the licence's limit already.
  await context.requireLicence(!hasTrait(before.state, 'holdsName') ? 1 : 0)
  const old = before.invitationId === null ? undefined : await findInvitation(database.db, before.invitationId)
  const issued = await prepareInvitation(context, before, {
    expiresInMs: old && lifeOf(old),
    invited: invitedAs(old),
    approval: old?.approval ?? false,
    offer: { id: connectionId, number: (await countInvitations(database.db, connectionId)) + 1 },
  })
  const record = await database.transaction(async (transaction) => {
    await revokeOpenInvitations(transaction, connectionId)
    await replaceWaitingRedemption(transaction, connectionId, issued.payload.jti)
    await storeInvitation(transaction, connectionId, issued)
    const change = changeFor(before.state, issued.payload.jti, actor)
    return changeConnection(transaction, connectionId, context.now(), change)
  })
  const [connection] = await takeSnapshots(database.db, [record], identity.fingerprint)
  if (!connection) throw new Refusal('connection_unknown')
  return { connection, code: issued.code }
}

/** The new code lives as long as the one before was meant to. */
const lifeOf = ({ issuedAt, expiresAt }: InvitationRecord): number => expiresAt.getTime() - issuedAt.getTime()

/** While a code is out the state stays `invited`; after its end the table decides whether the connection may come back. */
function changeFor(state: ConnectionState, invitationId: string, actor: string): Change {
  const line = {
    event: 'reissued',
    detail: 'A new invitation code was issued; the one before is worthless.',
    actor,
  } as const
  if (state === 'invited') return { ...line, onlyIn: BEFORE_REDEEM, set: { invitationId, refusedRedeems: [] } }
  const set: Partial<ConnectionFields> = {
    invitationId,
    reason: null,
    localKey: null,
    remoteIdentityThumbprint: null,
    remoteKeyX: null,
    restVersion: null,
    confirmBy: null,
    refusedRedeems: [],
  }
  return { ...line, transition: 'reissue', set }
}
