import { enqueue } from '../../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { nextSendAt } from '../../store/sync/unsent-pairs.ts'
import { hasPeer, isLocal } from '../items/ends.ts'
import { isReadinessUnsaid } from '../items/readiness.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { callExchange } from './call-exchange.ts'
import { deliverLocally } from './deliver-locally.ts'
import { gatherUnsent, type Unsent } from './gather-unsent.ts'
import { postponeUnacknowledged } from './postpone-sending.ts'
import { takeDelivery } from './take-delivery.ts'

const ALL = Number.MAX_SAFE_INTEGER

/**
 * Sends the other side what it has to receive, as much as one call holds, and makes the appointment for the rest. A call that
 * fails is repeated by its queue, from a second to five minutes apart.
 */
export async function sendExchange(context: SyncContext, connectionId: string): Promise<JobResult> {
  const connection = await findConnection(context.database.db, connectionId)
  // A paused connection is woken when it works again; a private side asks by itself.
  if (connection?.state !== 'active' || !hasPeer(connection) || connection.remote.pollOnly) return DONE
  try {
    const unsent = await gatherUnsent(context, connection, ALL)
    if (unsent.pairs.length > 0 || (await hasReadinessToSay(context, connection)))
      await send(context, connection, unsent)
    await appoint(context, connectionId)
    return DONE
  } catch (error) {
    if (isRefusal(error)) return failedBy(error, context.now())
    throw error
  }
}

async function send(context: SyncContext, connection: ConnectionRecord, unsent: Unsent): Promise<void> {
  const { messages, results } = unsent
  const call = isLocal(connection) ? deliverLocally : callExchange
  const answer = await call(context, connection, { messages, results })
  await takeDelivery(context, connection, answer)
  await postponeUnacknowledged(context, unsent.pairs, answer.retryAfterMs ?? 0)
}

const hasReadinessToSay = async ({ database }: SyncContext, connection: ConnectionRecord): Promise<boolean> =>
  !isLocal(connection) && (await isReadinessUnsaid(database.db, connection.id))

/** The next call, when something is due again. */
const appoint = (context: SyncContext, connectionId: string): Promise<void> =>
  context.database.transaction(async (transaction) => {
    const at = await nextSendAt(transaction, connectionId)
    if (at) await enqueue(transaction, 'sendExchange', { connectionId }, at)
  })
