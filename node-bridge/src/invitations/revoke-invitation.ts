import { atSource } from '@accord/shared/protocol'
import type { ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { findConnection } from '../store/connections/connections.ts'
import { closeInvitation } from '../store/handshake/invitations.ts'
import { changeConnection } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { readDetail } from '../connections/connection-snapshot.ts'

/** Makes the open code worthless. Throws `state_conflict` when the code was redeemed or has ended; repeating it does no harm. */
export async function revokeInvitation(
  { database, identity, now }: ConnectionContext,
  connectionId: string,
  actor: string,
): Promise<z.infer<typeof ConnectionDetail>> {
  const before = await findConnection(database.db, connectionId)
  if (!before) throw new Refusal('connection_unknown')
  if (before.side === 'source' && before.state === 'revoked')
    return readDetail(database.db, connectionId, identity.fingerprint)
  await database.transaction(async (transaction) => {
    const closed = before.invitationId !== null && (await closeInvitation(transaction, before.invitationId, 'revoke'))
    if (!closed)
      throw new Refusal('state_conflict', 'There is no open code: it was redeemed, or it has ended already.', {
        facts: { state: before.state },
      })
    return changeConnection(transaction, connectionId, now(), {
      ...atSource('invited', 'revoke'),
      event: 'revoked',
      detail: 'The invitation code was revoked; nobody can redeem it any more.',
      actor,
    })
  })
  return readDetail(database.db, connectionId, identity.fingerprint)
}
