import { z } from 'zod'

import type { Backoff } from '../lanes/backoff.ts'
import { DONE, type JobResult, type LaneHandler } from '../lanes/lane-handler.ts'
import { findConnection } from '../store/connections.ts'
import { closeInvitation } from '../store/invitations.ts'
import { changeConnection, NODE_ACTOR } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'

export const EXPIRY_QUEUE = 'expiry'
const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 60_000, attempts: Infinity }

const ExpiryJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), invitationId: z.string(), connectionId: z.string() }),
  z.object({ kind: z.literal('confirmation'), connectionId: z.string() }),
])

/** Appointments with the end of a code and the end of a pending connection; made together with what they end. */
export const createExpiryHandler = (context: ConnectionContext): LaneHandler => ({
  backoff: BACKOFF,
  run: ({ payload }) => {
    const job = ExpiryJob.parse(payload)
    return job.kind === 'invitation'
      ? expireInvitation(context, job.invitationId, job.connectionId)
      : abandonConnection(context, job.connectionId)
  },
})

async function expireInvitation(
  { database, changes, now }: ConnectionContext,
  invitationId: string,
  connectionId: string,
): Promise<JobResult> {
  const record = await database.transaction(async (transaction) => {
    if (!(await closeInvitation(transaction, invitationId, 'expire'))) return undefined
    return changeConnection(transaction, connectionId, now(), {
      transition: 'expire',
      event: 'expired',
      detail: 'The invitation code has expired without being redeemed.',
      actor: NODE_ACTOR,
    })
  })
  if (record) changes.announce(record, 'expire')
  return DONE
}

async function abandonConnection(
  { database, changes, now }: ConnectionContext,
  connectionId: string,
): Promise<JobResult> {
  const pending = await findConnection(database.db, connectionId)
  if (pending?.state !== 'pending' || !pending.confirmBy || pending.confirmBy > now()) return DONE
  const detail = 'The other side redeemed the code but never confirmed. Issue a new code to try again.'
  const record = await database.transaction((transaction) =>
    changeConnection(transaction, connectionId, now(), {
      transition: 'confirmByPassed',
      event: 'abandoned',
      detail,
      actor: NODE_ACTOR,
      set: { reason: { code: 'timed_out', detail } },
    }),
  )
  changes.announce(record, 'confirmByPassed')
  return DONE
}
