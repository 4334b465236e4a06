import type { ConnectionContext } from './connection-context.ts'
import { scheduleMissingContacts } from './contact-schedule.ts'

const EVERY_MS = 60_000

/** Finds connections that have begun to stand, by whatever step, and gives each its first contact. Answers the function that stops it. */
export function startContactSweep(context: ConnectionContext): () => void {
  const sweep = () => {
    scheduleMissingContacts(context).catch((error: unknown) =>
      context.log.error({ err: error }, 'contacts could not be scheduled'),
    )
  }
  sweep()
  const timer = setInterval(sweep, Math.min(EVERY_MS, context.contactEveryMs))
  timer.unref()
  return () => clearInterval(timer)
}
