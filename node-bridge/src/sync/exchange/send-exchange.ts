import { enqueue } from '../../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { readContact } from '../../store/connections/contacts.ts'
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
    const isPaused = (context.pausedUntil.get(connectionId) ?? 0) > context.now().getTime()
    const unsent = isPaused ? undefined : await gatherUnsent(context, connection, ALL)
    if (unsent && (unsent.pairs.length > 0 || (await hasReadinessToSay(context, connection))))
      await send(context, connection, unsent)
    await appoint(context, connectionId, unsent !== undefined && unsent.pairs.length > 0)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (!isLocal(connection)) await askWhetherThere(context, connectionId)
    return failedBy(error, context.now())
  }
}

/** The first call that fails says so before the next sign of life is due: whether the peer is down is then known within a minute. */
const askWhetherThere = ({ database, now }: SyncContext, connectionId: string): Promise<void> =>
  database.transaction(async (transaction) => {
    const { failures } = await readContact(transaction, connectionId)
    if (failures === 0) await enqueue(transaction, 'contact', { connectionId }, now())
  })

async function send(context: SyncContext, connection: ConnectionRecord, unsent: Unsent): Promise<void> {
  const { messages, results } = unsent
  const call = isLocal(connection) ? deliverLocally : callExchange
  const answer = await call(context, connection, { messages, results })
  await takeDelivery(context, connection, answer)
  const { retryAfterMs = 0 } = answer
  if (retryAfterMs > 0) context.pausedUntil.set(connection.id, context.now().getTime() + retryAfterMs)
  await postponeUnacknowledged(context, unsent.pairs, retryAfterMs)
}

const hasReadinessToSay = async ({ database }: SyncContext, connection: ConnectionRecord): Promise<boolean> =>
  !isLocal(connection) && (await isReadinessUnsaid(database.db, connection.id))

/** What is due and could not be sent waits for a result that makes room, which is looked for so often. */
const LOOK_AGAIN_MS = 1000

/** The next call, when something is due again. */
const appoint = ({ database, pausedUntil, now }: SyncContext, connectionId: string, hasSent: boolean): Promise<void> =>
  database.transaction(async (transaction) => {
    const at = await nextSendAt(transaction, connectionId)
    if (!at) return
    const notBefore = Math.max(pausedUntil.get(connectionId) ?? 0, hasSent ? 0 : now().getTime() + LOOK_AGAIN_MS)
    const time = new Date(Math.max(at.getTime(), notBefore))
    await enqueue(transaction, 'sendExchange', { connectionId }, time)
  })
