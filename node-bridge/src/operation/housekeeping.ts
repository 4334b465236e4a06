import type { Logger } from 'pino'

import { forgetIdleLanes } from '../store/lane-leases.ts'
import { forgetRequestIds } from '../store/spent-requests.ts'
import type { Db } from '../store/tables.ts'

const EVERY_MS = 60_000

/** Removes what has served its time, and lets the licence see the time. Answers the function that stops it. */
export function startHousekeeping(
  db: Db,
  now: () => Date,
  log: Logger,
  lookAtLicence: () => Promise<unknown>,
): () => void {
  const timer = setInterval(() => {
    Promise.all([forgetRequestIds(db, now()), forgetIdleLanes(db), lookAtLicence()]).catch((error: unknown) =>
      log.error({ err: error }, 'housekeeping failed'),
    )
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
