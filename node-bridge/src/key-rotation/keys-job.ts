import { type ErrorCode, hasTrait } from '@accord/shared/protocol'

import { DONE, failedBy, type JobResult } from '../jobs/serial-queue-handler.ts'
import { isRefusal } from '../refusals/refusal.ts'
import { findConnection } from '../store/connections/connections.ts'
import { publishKeys } from '../peer-calls/publish-keys.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'

/** The peer cannot follow the chain. The next contact finds out what that means for the connection. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['connection_unknown', 'connection_gone', 'proof_invalid'])

/** Tells the peer of a new key until it acknowledges; a repeated publication does no harm. */
export async function runKeyPublication(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (!record || !hasTrait(record.state, 'contacted')) return DONE
  // A private peer cannot be called: its next contact is answered with the chain.
  if (record.remote.pollOnly) return DONE
  try {
    await publishKeys(context, record)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (FINAL.has(error.code)) return DONE
    return failedBy(error, context.now())
  }
}
