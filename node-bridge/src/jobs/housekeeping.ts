import { LIMITS } from '@accord/shared/protocol'
import type { Logger } from 'pino'

import { startBackgroundLoop } from '../background/background-loop.ts'
import { forgetConsoleLinks } from '../store/console/console-links.ts'
import { forgetConsoleSessions } from '../store/console/console-sessions.ts'
import { forgetIdleSerialQueues } from '../store/jobs/idle-serial-queues.ts'
import { forgetActivity } from '../store/sync/sync-activity.ts'
import { forgetBulks } from '../store/sync/bulks.ts'
import { forgetItemEvents } from '../store/sync/item-events.ts'
import { forgetKeptMessages } from '../store/sync/kept-messages.ts'
import { forgetSteps } from '../store/sync/script-steps.ts'
import { forgetUnmappedWords } from '../store/sync/unmapped-words.ts'
import { forgetRequestIds } from '../store/handshake/spent-requests.ts'
import type { Db } from '../store/engine/tables.ts'

const EVERY_MS = 60_000
const DAY_MS = 86_400_000
/** So long the history of a sync pair is kept, and a word without a line that is not met again. */
const HISTORY_MS = 90 * DAY_MS
/** So long it is kept how many changes moved in which hour. */
const ACTIVITY_MS = 31 * DAY_MS

/** What an operator decides of how long something stays. */
export interface Retention {
  readonly keepMessagesDays: number
}

/** Deletes expired rows, and advances the licence clock. Answers the function that stops it. */
export const startHousekeeping = (
  db: Db,
  now: () => Date,
  log: Logger,
  lookAtLicence: () => Promise<unknown>,
  settings: Retention,
): (() => Promise<void>) =>
  startBackgroundLoop({
    firstAfterMs: EVERY_MS,
    turn: async () => {
      await Promise.all([forgetExpired(db, now(), settings), lookAtLicence()])
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

export const forgetExpired = (db: Db, now: Date, { keepMessagesDays }: Retention): Promise<unknown> =>
  Promise.all([
    forgetRequestIds(db, now),
    forgetIdleSerialQueues(db),
    forgetConsoleLeftovers(db, now),
    forgetItemEvents(db, new Date(now.getTime() - HISTORY_MS)),
    forgetActivity(db, new Date(now.getTime() - ACTIVITY_MS)),
    forgetBulks(db, new Date(now.getTime() - HISTORY_MS)),
    forgetUnmappedWords(db, new Date(now.getTime() - HISTORY_MS)),
    forgetKeptMessages(db, new Date(now.getTime() - keepMessagesDays * DAY_MS)),
    forgetSteps(db),
  ])
