import { LIMITS } from '@accord/shared/protocol'
import { z } from 'zod'

import type { Backoff } from '../jobs/backoff.ts'
import { DONE, type JobResult, type SerialQueueHandler } from '../jobs/serial-queue-handler.ts'
import { findConnection } from '../store/connections.ts'
import { readContact } from '../store/contacts.ts'
import { closeInvitation } from '../store/invitations.ts'
import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'
import { changeConnection, NODE_ACTOR, tryChange } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { enqueueTellRefusal } from '../jobs/collect-queue.ts'

export const EXPIRY_QUEUE = 'expiry'
const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 60_000, attempts: Infinity }

const ExpiryJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), invitationId: z.string(), connectionId: z.string() }),
  z.object({ kind: z.literal('confirmation'), connectionId: z.string() }),
  z.object({ kind: z.literal('approval'), connectionId: z.string() }),
  z.object({ kind: z.literal('silence'), connectionId: z.string() }),
])

/** Appointments with the end of a code and the end of a pending connection; made together with what they end. */
export const createExpiryHandler = (context: ConnectionContext): SerialQueueHandler => ({
  backoff: BACKOFF,
  run: ({ payload }) => {
    const job = ExpiryJob.parse(payload)
    switch (job.kind) {
      case 'invitation':
        return expireInvitation(context, job.invitationId, job.connectionId)
      case 'confirmation':
        return abandonConnection(context, job.connectionId)
      case 'approval':
        return expireApproval(context, job.connectionId)
      case 'silence':
        return noteSilence(context, job.connectionId)
    }
  },
})

/** The other side has until `confirmBy` to make its first signed call. */
export const enqueueAbandonment = (transaction: Db, connectionId: string, confirmBy: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: EXPIRY_QUEUE,
    key: connectionId,
    payload: { kind: 'confirmation', connectionId },
    runAt: confirmBy,
  })

/** At the destination: a source that cannot be called has until its own `confirmBy` to call with its key. */
export const enqueueSilence = (transaction: Db, connectionId: string, confirmBy: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: EXPIRY_QUEUE,
    key: `silence ${connectionId}`,
    payload: { kind: 'silence', connectionId },
    runAt: confirmBy,
  })

/** The admin has LIMITS.approvalMs to decide. A lane of its own, so that it delays no later appointment of the connection. */
export const enqueueApprovalEnd = (transaction: Db, connectionId: string, redeemedAt: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: EXPIRY_QUEUE,
    key: `approval ${connectionId}`,
    payload: { kind: 'approval', connectionId },
    runAt: new Date(redeemedAt.getTime() + LIMITS.approvalMs),
  })

async function expireInvitation(
  { database, now }: ConnectionContext,
  invitationId: string,
  connectionId: string,
): Promise<JobResult> {
  await database.transaction(async (transaction) => {
    if (!(await closeInvitation(transaction, invitationId, 'expire'))) return undefined
    // A code that renews keys ends without a trace: the connection stands without it.
    if ((await findConnection(transaction, connectionId))?.invitationId !== invitationId) return undefined
    return changeConnection(transaction, connectionId, now(), {
      transition: 'expire',
      event: 'expired',
      detail: 'The invitation code has expired without being redeemed.',
      actor: NODE_ACTOR,
    })
  })
  return DONE
}

async function abandonConnection({ database, now }: ConnectionContext, connectionId: string): Promise<JobResult> {
  const pending = await findConnection(database.db, connectionId)
  if (pending?.state !== 'pending' || !pending.confirmBy || pending.confirmBy > now()) return DONE
  const detail = 'The other side redeemed the code but never confirmed. Issue a new code to try again.'
  await database.transaction((transaction) =>
    changeConnection(transaction, connectionId, now(), {
      transition: 'confirmByPassed',
      event: 'abandoned',
      detail,
      actor: NODE_ACTOR,
      set: { reason: { code: 'timed_out', detail } },
    }),
  )
  return DONE
}

async function expireApproval(
  { database, now, pollOnly }: ConnectionContext,
  connectionId: string,
): Promise<JobResult> {
  const waiting = await findConnection(database.db, connectionId)
  if (waiting?.state !== 'awaiting_approval') return DONE
  const detail = 'Nobody here approved the connection within seven days. The other side is told.'
  await database.transaction(async (transaction) => {
    const changed = await changeConnection(transaction, connectionId, now(), {
      transition: 'expire',
      event: 'approvalExpired',
      detail,
      actor: NODE_ACTOR,
      set: { reason: { code: 'approval_expired', detail } },
    })
    if (pollOnly) await enqueueTellRefusal(transaction, connectionId, now())
    return changed
  })
  return DONE
}

/** Our grant stands and nobody has used it: the source has given the connection up, as any source does at `confirmBy`. */
async function noteSilence({ database, now }: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(database.db, connectionId)
  const isWaiting = record?.state === 'awaiting_approval'
  if (!isWaiting && (await readContact(database.db, connectionId)).lastContactAt) return DONE
  const detail = 'The source granted the connection but never called with its key. Ask its admin for a new code.'
  const silent = { event: 'sourceSilent', detail, actor: NODE_ACTOR, set: { reason: { code: 'timed_out', detail } } }
  const transition = isWaiting ? 'rejected' : 'peerUnknown'
  await database.transaction((transaction) => tryChange(transaction, connectionId, now(), { ...silent, transition }))
  return DONE
}
