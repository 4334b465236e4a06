import type { ConnectionState } from '@accord/shared/protocol'

import { type ChangePlace, listUncontacted, type UncontactedPage } from '../store/uncontacted-connections.ts'
import { enqueueJob } from '../store/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'
import type { ConnectionContext } from './connection-context.ts'
import type { Rest } from '../jobs/scan.ts'

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

const PAGE = 50

/**
 * Every connection that has begun to stand since then has its next contact, however it came to stand. Goes page by page, so
 * that nobody waits for it. Answers how many had none.
 */
export async function scheduleMissingContacts(context: ConnectionContext, since: Date, rest: Rest): Promise<number> {
  let scheduled = 0
  for (const state of CONTACTED_STATES)
    for (let after: ChangePlace | undefined = { changedAt: since.getTime(), id: '' }; after;) {
      const page = await schedulePage(context, state, after)
      scheduled += page.ids.length
      after = page.next
      await rest()
    }
  return scheduled
}

async function schedulePage(
  { database, now, contactEveryMs }: ConnectionContext,
  state: ConnectionState,
  after: ChangePlace,
): Promise<UncontactedPage> {
  const page = await listUncontacted(database.db, { queue: CONTACT_QUEUE, state, after, limit: PAGE })
  for (const id of page.ids)
    await database.transaction((transaction) => enqueueContact(transaction, id, nextContactAt(now(), contactEveryMs)))
  return page
}
