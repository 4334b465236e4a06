import { LIMITS } from '@accord/shared/protocol'
import { ContactResponse } from '@accord/shared/schemas'
import { z } from 'zod'

import type { Backoff } from '../lanes/backoff.ts'
import { DONE, type JobResult, type LaneHandler } from '../lanes/lane-handler.ts'
import { isRefusal } from '../refusal.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { findConnection } from '../store/connections.ts'
import { readContact } from '../store/contacts.ts'
import type { ConnectionContext } from './connection-context.ts'
import { noteAnswer } from './contact-answered.ts'
import { noteFailure } from './contact-failed.ts'
import { CONTACTED_STATES } from './contact-schedule.ts'
import { callPeer } from './signed-call.ts'

const FIRST_RETRY_MS = 1000

const ContactJob = z.object({ connectionId: z.string() })

/**
 * Calls the peer of a connection now and then, and at once when this side's pause has changed: tells and asks who pauses,
 * and learns that the peer is there. Each contact makes the appointment for the next.
 */
export function createContactHandler(context: ConnectionContext): LaneHandler {
  const backoff: Backoff = { firstMs: FIRST_RETRY_MS, ceilingMs: context.contactEveryMs, attempts: Infinity }
  return { backoff, run: ({ payload }) => runContact(context, ContactJob.parse(payload).connectionId) }
}

async function runContact(context: ConnectionContext, connectionId: string): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (!record || !CONTACTED_STATES.has(record.state) || record.sharedId === null || !record.localKey) return DONE
  // A private peer calls us; this side has nobody to call.
  if (record.remote.pollOnly) return DONE
  try {
    return await contact(context, record)
  } catch (error) {
    if (isRefusal(error)) return noteFailure(context, record, error)
    throw error
  }
}

async function contact(context: ConnectionContext, record: ConnectionRecord): Promise<JobResult> {
  const { pauses, heard } = await readContact(context.database.db, record.id)
  const told = { pauses, heard, ...(context.pollOnly ? { waitMs: LIMITS.contactWaitMs } : {}) }
  const startedAt = performance.now()
  const answer = await callPeer(context, record, 'contactConnection', told, ContactResponse)
  await noteAnswer(context, record.id, { told, answer, tookMs: performance.now() - startedAt })
  return DONE
}
