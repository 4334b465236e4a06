import { quoted } from '@accord/shared/protocol'

import { createKeyPair } from '../../keys/key-pair.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { findRekey, insertRekey } from '../../store/rekeys.ts'
import { changeConnection } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { ProcessedInvitation } from '../../invitations/invitation-code.ts'
import { requireListedIdentity } from '../../invitations/listed-identity.ts'
import { requireAcceptable } from '../../invitations/review-invitation.ts'
import { sealInvitation } from '../../invitations/sealed-invitation.ts'
import { sealConnectionKey } from '../../peer-calls/sealed-keys.ts'

/** Stores the decision and the new key; the issuer is asked in the background. The same code again changes nothing. */
export async function acceptRekey(
  context: ConnectionContext,
  { id, remote, state }: ConnectionRecord,
  invitation: ProcessedInvitation,
  actor: string,
): Promise<string> {
  const { database, vault, now } = context
  const { jti: invitationId, exp } = invitation.payload
  if (await findRekey(database.db, invitationId)) return id
  await requireAcceptable(context, invitation.payload)
  await requireListedIdentity(context, invitation)
  const key = sealConnectionKey(vault, id, await createKeyPair())
  const waiting = { invitationSealed: sealInvitation(vault, invitation), key }
  await database.transaction(async (transaction) => {
    const accepted = { invitationId, connectionId: id, waiting, expiresAt: new Date(exp * 1000) }
    if (!(await insertRekey(transaction, accepted))) return undefined
    await enqueue(transaction, 'rekey', { connectionId: id, invitationId }, now())
    return changeConnection(transaction, id, now(), {
      onlyIn: [state],
      event: 'rekeyAccepted',
      detail: `The code of ${quoted(remote.name ?? invitation.payload.nodeInfo.name)} that renews the keys was accepted.`,
      actor,
    })
  })
  return (await findConnection(database.db, id))?.id ?? id
}
