import { atSource } from '@accord/shared/protocol'

import { findConnection } from '../store/connections/connections.ts'
import { closeInvitation, type InvitationRecord, someOpenInvitations } from '../store/handshake/invitations.ts'
import type { Db } from '../store/engine/tables.ts'
import { changeConnection, type Change, NODE_ACTOR } from './change-connection.ts'

const AT_ONCE = 200

type Reason = Pick<Change, 'event' | 'detail'> & {
  readonly closing: 'revoke' | 'restore'
  readonly endReason?: InvitationRecord['endReason']
}

/** The node itself makes every open code worthless. Answers how many connections have lost theirs; a code that renews keys ends silently. */
export async function revokeOpenCodes(transaction: Db, now: Date, reason: Reason): Promise<number> {
  let revoked = 0
  for (let some = await someOpenInvitations(transaction, AT_ONCE); some.length > 0;) {
    for (const invitation of some) if (await revokeCode(transaction, invitation, now, reason)) revoked += 1
    some = await someOpenInvitations(transaction, AT_ONCE)
  }
  return revoked
}

async function revokeCode(
  transaction: Db,
  { id, connectionId }: InvitationRecord,
  now: Date,
  { closing, endReason, event, detail }: Reason,
): Promise<boolean> {
  await closeInvitation(transaction, id, closing, endReason)
  const record = await findConnection(transaction, connectionId)
  if (record?.invitationId !== id) return false
  await changeConnection(transaction, record, now, {
    ...(record.state === 'invited' ? atSource('invited', 'revoke') : { onlyIn: [record.state] }),
    event,
    detail,
    actor: NODE_ACTOR,
  })
  return true
}
