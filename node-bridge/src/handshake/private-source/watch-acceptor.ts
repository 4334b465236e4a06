import { LIMITS } from '@accord/shared/protocol'
import { ContactResponse } from '@accord/shared/schemas'

import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { readContact } from '../../store/connections/contacts.ts'
import { tryChange } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { endedByPeer } from '../../connections/ended-by-peer.ts'
import { callPeer } from '../../peer-calls/signed-call.ts'
import { enqueue } from '../../jobs/job-table.ts'

const ASK_EVERY_MS = 2000

/** While the admin here has not decided, the other side may delete the connection and could tell nobody: it is asked. */
export async function watchAcceptor(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  const record = await findConnection(database.db, connectionId)
  if (record?.state !== 'awaiting_approval') return DONE
  const startedAt = now().getTime()
  const { pauses, acknowledged } = await readContact(database.db, connectionId)
  try {
    const sent = { pauses, acknowledged, waitMs: LIMITS.longPollMs }
    await callPeer(context, record, 'contactConnection', sent, ContactResponse)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.code !== 'connection_gone') return { done: false, error: `${error.code}: ${error.message}` }
    await database.transaction((transaction) => tryChange(transaction, connectionId, now(), endedByPeer(error)))
    return DONE
  }
  const next = new Date(Math.max(now().getTime(), startedAt + ASK_EVERY_MS))
  await database.transaction((transaction) => enqueue(transaction, 'watchAcceptor', { connectionId }, next))
  return DONE
}
