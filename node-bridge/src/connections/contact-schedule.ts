import type { ConnectionState } from '@accord/shared/protocol'

import { listUncontacted } from '../store/contact-lanes.ts'
import { enqueueJob } from '../store/lane-jobs.ts'
import type { Db } from '../store/tables.ts'
import type { ConnectionContext } from './connection-context.ts'

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

/** A half to one and a half of `everyMs` from now: connections that began together drift apart. `chance`: 0 to 1. */
export const nextContactAt = (now: Date, everyMs: number, chance = Math.random()): Date =>
  new Date(now.getTime() + Math.round(everyMs * (0.5 + chance)))

/** Every connection that stands has its next contact, however it came to stand. Answers how many had none. */
export async function scheduleMissingContacts({ database, now, contactEveryMs }: ConnectionContext): Promise<number> {
  const ids = await listUncontacted(database.db, CONTACT_QUEUE, [...CONTACTED_STATES])
  for (const id of ids)
    await database.transaction((transaction) => enqueueContact(transaction, id, nextContactAt(now(), contactEveryMs)))
  return ids.length
}
