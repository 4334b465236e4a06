import { type ConnectionState, type JobQueue, statesWith } from '@accord/shared/protocol'

import type { ConnectionContext } from '../connections/connection-context.ts'
import { nextContactAt } from '../connections/contact-schedule.ts'
import { type Rest, startScan } from '../jobs/scan.ts'
import {
  type ChangePlace,
  listUncontacted,
  type UncontactedPage,
} from '../store/connections/uncontacted-connections.ts'
import { enqueue } from '../jobs/job-table.ts'

const EVERY_MS = 60_000
/** The scan overlaps the one before by this long: a transaction may have taken long, and a replica's clock may differ. */
const OVERLAP_MS = 10 * 60_000

/**
 * Finds connections that have begun to stand, by whatever step, and gives each its first contact: all of them at the start,
 * then those that have changed since. Answers the function that stops it.
 */
export function startContactScan(context: ConnectionContext): () => Promise<void> {
  let changedSince = new Date(0)
  return startScan({
    everyMs: Math.min(EVERY_MS, context.contactEveryMs),
    log: context.log,
    failure: 'contacts could not be scheduled',
    scanPages: async (rest) => {
      const begunAt = context.now().getTime()
      await scheduleMissingContacts(context, changedSince, rest)
      changedSince = new Date(begunAt - OVERLAP_MS)
    },
  })
}

const PAGE = 50
/** A connection with a job in one of these has its next contact, or makes the appointment itself. */
const WAITED_FOR: readonly JobQueue[] = ['contact', 'handshake']

/**
 * Every connection that has begun to stand since then has its next contact, however it came to stand. Goes page by page, so
 * that nobody waits for it. Answers how many had none.
 */
async function scheduleMissingContacts(context: ConnectionContext, since: Date, rest: Rest): Promise<number> {
  let scheduled = 0
  for (const state of statesWith('contacted'))
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
  const page = await listUncontacted(database.db, { queues: WAITED_FOR, state, after, limit: PAGE })
  for (const id of page.ids)
    await database.transaction((transaction) =>
      enqueue(transaction, 'contact', { connectionId: id }, nextContactAt(now(), contactEveryMs)),
    )
  return page
}
