import { atSource } from '@accord/shared/protocol'

import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import { findConnection } from '../store/connections/connections.ts'
import { readContact } from '../store/connections/contacts.ts'
import { closeInvitation } from '../store/handshake/invitations.ts'
import { changeConnection, NODE_ACTOR, tryChange } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { enqueue, type JobPayload } from '../jobs/job-table.ts'

/** Appointments with the end of a code, of a pending connection, of an approval; made together with what they end. */
export async function expireInvitation(
  { database, now }: ConnectionContext,
  { invitationId, connectionId }: JobPayload<'expireInvitation'>,
): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    if (!(await closeInvitation(transaction, invitationId, 'expire'))) return undefined
    // A code that renews keys ends without a trace: the connection stands without it.
    if ((await findConnection(transaction, connectionId))?.invitationId !== invitationId) return undefined
    return changeConnection(transaction, connectionId, now(), {
      ...atSource('invited', 'expire'),
      event: 'expired',
      detail: 'The invitation code has expired without being redeemed.',
      actor: NODE_ACTOR,
    })
  })
  return DONE
}

/** The other side had until `confirmBy` to make its first signed call. */
export async function abandonConnection(
  { database, now }: ConnectionContext,
  connectionId: string,
): Promise<JobResult> {
  const pending = await findConnection(database.db, connectionId)
  if (pending?.state !== 'pending' || !pending.confirmBy || pending.confirmBy > now()) return DONE
  const detail = 'The other side redeemed the code but never confirmed. Issue a new code to try again.'
  await database.transaction((transaction) =>
    changeConnection(transaction, connectionId, now(), {
      ...atSource('pending', 'confirmByPassed'),
      event: 'abandoned',
      detail,
      actor: NODE_ACTOR,
      set: { reason: { code: 'timed_out', detail } },
    }),
  )
  return DONE
}

/** The admin here had LIMITS.approvalMs to decide. */
export async function expireApproval(
  { database, now, pollOnly }: ConnectionContext,
  connectionId: string,
): Promise<JobResult> {
  const waiting = await findConnection(database.db, connectionId)
  if (waiting?.state !== 'awaiting_approval') return DONE
  const detail = 'Nobody here approved the connection within seven days. The other side is informed.'
  await database.transaction(async (transaction) => {
    const changed = await changeConnection(transaction, connectionId, now(), {
      ...atSource('awaiting_approval', 'expire'),
      event: 'approvalExpired',
      detail,
      actor: NODE_ACTOR,
      set: { reason: { code: 'approval_expired', detail } },
    })
    if (pollOnly) await enqueue(transaction, 'tellRefusal', { connectionId, since: now().getTime() }, now())
    return changed
  })
  return DONE
}

/** Our grant stands and nobody has used it: the source has given the connection up, as any source does at `confirmBy`. */
export async function noteSilence({ database, now }: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(database.db, connectionId)
  const isWaiting = record?.state === 'awaiting_approval'
  if (!isWaiting && (await readContact(database.db, connectionId)).lastContactAt) return DONE
  const detail = 'The source granted the connection but never called with its key. Ask its admin for a new code.'
  await database.transaction((transaction) =>
    tryChange(transaction, connectionId, now(), {
      transition: isWaiting ? 'rejected' : 'peerUnknown',
      event: 'sourceSilent',
      detail,
      actor: NODE_ACTOR,
      set: { reason: { code: 'timed_out', detail } },
    }),
  )
  return DONE
}
