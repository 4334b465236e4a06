import type { ConnectionContext } from '../connections/connection-context.ts'
import { scheduleMissingContacts } from '../connections/contact-schedule.ts'
import { startScan } from '../jobs/scan.ts'

const EVERY_MS = 60_000
/** Looks back further than to its last look: a transaction may have been long, and a replica's clock may differ. */
const OVERLAP_MS = 10 * 60_000

/**
 * Finds connections that have begun to stand, by whatever step, and gives each its first contact: all of them at the start,
 * then those that have changed since. Answers the function that stops it.
 */
export function startContactScan(context: ConnectionContext): () => void {
  let changedSince = new Date(0)
  return startScan({
    everyMs: Math.min(EVERY_MS, context.contactEveryMs),
    log: context.log,
    failure: 'contacts could not be scheduled',
    walk: async (rest) => {
      const begunAt = context.now().getTime()
      await scheduleMissingContacts(context, changedSince, rest)
      changedSince = new Date(begunAt - OVERLAP_MS)
    },
  })
}
