import { findGrantedPeer } from '../../connections/granted-peer.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import { nextTellAt } from '../../store/untold-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { callExchange } from './call-exchange.ts'
import { gatherUntold, type Untold } from './gather-untold.ts'
import { putOffWhatWaits } from './put-off.ts'
import { takeTold } from './take-told.ts'

const ALL = Number.MAX_SAFE_INTEGER

/**
 * Tells the other side what it has to hear, as much as one call holds, and makes the appointment for the rest. A call that
 * fails is repeated by its queue, from a second to five minutes apart.
 */
export async function sendExchange(context: SyncContext, connectionId: string): Promise<JobResult> {
  const connection = await findConnection(context.database.db, connectionId)
  // A paused connection is woken when it works again; a private side asks by itself.
  if (connection?.state !== 'active' || !findGrantedPeer(connection) || connection.remote.pollOnly) return DONE
  try {
    const untold = await gatherUntold(context, connection, ALL)
    if (untold.pairs.length > 0) await tell(context, connection, untold)
    await appoint(context, connectionId)
    return DONE
  } catch (error) {
    if (isRefusal(error)) return failedBy(error, context.now())
    throw error
  }
}

async function tell(context: SyncContext, connection: ConnectionRecord, untold: Untold): Promise<void> {
  const answer = await callExchange(context, connection, { messages: untold.messages, results: untold.results })
  await takeTold(context, connection, answer)
  await putOffWhatWaits(context, untold.pairs, answer.retryAfterMs ?? 0)
}

/** The next call, when something is due again. */
const appoint = (context: SyncContext, connectionId: string): Promise<void> =>
  context.database.transaction(async (transaction) => {
    const at = await nextTellAt(transaction, connectionId)
    if (at) await enqueue(transaction, 'sendExchange', { connectionId }, at)
  })
