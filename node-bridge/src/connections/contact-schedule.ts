import type { ConnectionState } from '@accord/shared/protocol'

import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'

export const CONTACT_QUEUE = 'contact'

/** States whose peer is called from time to time. A lost one too: it may have been away with another node in its place. */
export const CONTACTED_STATES: ReadonlySet<ConnectionState> = new Set<ConnectionState>([
  'active',
  'deactivated',
  'deactivated_by_peer',
  'deactivated_by_both',
  'peer_lost',
])

/** Makes the next contact of this connection come at `runAt` at the latest. */
export const enqueueContact = (transaction: Db, connectionId: string, runAt: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: CONTACT_QUEUE,
    key: connectionId,
    payload: { connectionId },
    runAt,
    coalesce: true,
  })

/**
 * Makes a side that cannot be called wait for news at its peer, from `runAt` on. A lane of its own: what this side has to
 * tell does not wait behind it.
 */
export const enqueueListening = (transaction: Db, connectionId: string, runAt: Date): Promise<void> =>
  enqueueJob(transaction, {
    queue: CONTACT_QUEUE,
    key: `listen ${connectionId}`,
    payload: { connectionId, listen: true },
    runAt,
    coalesce: true,
  })

/** A half to one and a half of `everyMs` from now: connections that began together drift apart. `chance`: 0 to 1. */
export const nextContactAt = (now: Date, everyMs: number, chance = Math.random()): Date =>
  new Date(now.getTime() + Math.round(everyMs * (0.5 + chance)))
