import { LIMITS } from '@accord/shared/protocol'
import type { Logger } from 'pino'

import { startBackgroundLoop } from '../background/background-loop.ts'
import { forgetConsoleLinks } from '../store/console/console-links.ts'
import { forgetConsoleSessions } from '../store/console/console-sessions.ts'
import { forgetIdleSerialQueues } from '../store/jobs/idle-serial-queues.ts'
import { forgetItemEvents } from '../store/sync/item-events.ts'
import { forgetRequestIds } from '../store/handshake/spent-requests.ts'
import type { Db } from '../store/engine/tables.ts'

const EVERY_MS = 60_000
/** So long the history of a sync pair is kept. */
const HISTORY_MS = 90 * 86_400_000

/** Deletes expired rows, and advances the licence clock. Answers the function that stops it. */
export const startHousekeeping = (
  db: Db,
  now: () => Date,
  log: Logger,
  lookAtLicence: () => Promise<unknown>,
): (() => Promise<void>) =>
  startBackgroundLoop({
    firstAfterMs: EVERY_MS,
    turn: async () => {
      await Promise.all([
        forgetRequestIds(db, now()),
        forgetIdleSerialQueues(db),
        forgetConsoleLeftovers(db, now()),
        forgetItemEvents(db, new Date(now().getTime() - HISTORY_MS)),
        lookAtLicence(),
      ])
      return EVERY_MS
    },
    onFailure: (error) => {
      log.error({ err: error }, 'housekeeping failed')
      return EVERY_MS
    },
    ref: false,
  }).stop

async function forgetConsoleLeftovers(db: Db, now: Date): Promise<void> {
  await forgetConsoleLinks(db, now)
  await forgetConsoleSessions(db, now, new Date(now.getTime() - LIMITS.sessionIdleMs))
}
