import type { ConnectionContext } from './connection-context.ts'
import { scheduleMissingContacts } from './contact-schedule.ts'

const EVERY_MS = 60_000
/** Looks back further than to its last look: a transaction may have been long, and a replica's clock may differ. */
const OVERLAP_MS = 10 * 60_000

/**
 * Finds connections that have begun to stand, by whatever step, and gives each its first contact: all of them at the start,
 * then those that have changed since. Answers the function that stops it.
 */
export function startContactSweep(context: ConnectionContext): () => void {
  let changedSince = new Date(0)
  let isSweeping = false
  const sweep = async () => {
    if (isSweeping) return
    isSweeping = true
    const begunAt = context.now().getTime()
    try {
      await scheduleMissingContacts(context, changedSince)
      changedSince = new Date(begunAt - OVERLAP_MS)
    } catch (error) {
      context.log.error({ err: error }, 'contacts could not be scheduled')
    }
    isSweeping = false
  }
  void sweep()
  const timer = setInterval(() => void sweep(), Math.min(EVERY_MS, context.contactEveryMs))
  timer.unref()
  return () => clearInterval(timer)
}
