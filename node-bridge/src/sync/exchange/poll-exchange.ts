import { LIMITS } from '@accord/shared/protocol'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { findGrantedPeer } from '../../connections/granted-peer.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { takeAsked } from '../files/push-file.ts'
import { callExchange } from './call-exchange.ts'
import { type Acknowledged, takeDelivery } from './take-delivery.ts'

const LISTEN_AGAIN_WITHIN_MS = 30_000
/** After so many answers with news another connection has its turn. */
const MOST_ROUNDS = 20

/**
 * A side that cannot be called always has one call open, whose answer is held until there is something to send. What it has
 * received it acknowledges in the next one; an acknowledgement that is lost brings the same once more.
 */
export async function pollExchange(context: SyncContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  const connection = await findConnection(database.db, connectionId)
  if (!context.pollOnly || connection?.state !== 'active') return DONE
  if (!findGrantedPeer(connection) || connection.remote.pollOnly) return DONE
  try {
    let received: Partial<Acknowledged> = {}
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const answer = await callExchange(context, connection, {
        ...received,
        want: SYNC_LIMITS.exchangeBytes,
        waitMs: hasAny(received) ? 0 : LIMITS.longPollMs,
      })
      const { retryAfterMs: _, ...taken } = await takeDelivery(context, connection, answer)
      received = taken
      await takeAsked(context, connectionId, answer.files ?? [])
      if (round > 0 && !hasAny(received)) break
    }
    await database.transaction((transaction) => enqueue(transaction, 'pollExchange', { connectionId }, now()))
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    const failed = failedBy(error, now())
    const soon = Math.max(now().getTime() + LISTEN_AGAIN_WITHIN_MS, failed.notBefore.getTime())
    return { ...failed, notLaterThan: new Date(soon) }
  }
}

const hasAny = (received: Partial<Acknowledged>): boolean => Object.values(received).some((list) => list.length > 0)
