import type { ErrorCode } from '@accord/shared/protocol'
import { z } from 'zod'

import type { Backoff } from '../jobs/backoff.ts'
import { DONE, type JobResult, type SerialQueueHandler } from '../jobs/serial-queue-handler.ts'
import { isRefusal } from '../refusals/refusal.ts'
import { findConnection } from '../store/connections.ts'
import { announceKeys } from '../peer-calls/announce-keys.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { CONTACTED_STATES } from '../connections/contact-schedule.ts'

const BACKOFF: Backoff = { firstMs: 1000, ceilingMs: 3_600_000, attempts: Infinity }

const KeysJob = z.object({ connectionId: z.string(), invitationId: z.string().optional() })

/** The peer has said that it cannot follow. The contact lane finds out what that means for the connection. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['connection_unknown', 'connection_gone', 'proof_invalid'])

/** The renewal of a connection's keys by a code: a handshake, which the composition hands in. */
type RunRekey = (context: ConnectionContext, invitationId: string) => Promise<JobResult>

/**
 * Everything about the keys of one connection is one serial queue. Tells the peer of a new key until it acknowledges; a
 * repeated announcement does no harm.
 */
export const createKeysHandler = (context: ConnectionContext, runRekey: RunRekey): SerialQueueHandler => ({
  backoff: BACKOFF,
  run: ({ payload }) => {
    const { connectionId, invitationId } = KeysJob.parse(payload)
    return invitationId === undefined ? runAnnouncement(context, connectionId) : runRekey(context, invitationId)
  },
})

async function runAnnouncement(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (!record || !CONTACTED_STATES.has(record.state)) return DONE
  // A private peer cannot be told: its next contact is answered with the chain.
  if (record.remote.pollOnly) return DONE
  try {
    await announceKeys(context, record)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (FINAL.has(error.code)) return DONE
    const notBefore = new Date(context.now().getTime() + (error.retryAfterS ?? 0) * 1000)
    return { done: false, error: `${error.code}: ${error.message}`, notBefore }
  }
}
