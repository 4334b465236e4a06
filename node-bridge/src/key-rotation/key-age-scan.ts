import { pageAgedKeys } from '../store/connections/connection-scan.ts'
import type { ChangePlace } from '../store/connections/uncontacted-connections.ts'
import { NODE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { beginRotation } from './rotate-keys.ts'
import { type Rest, startScan } from '../jobs/scan.ts'

/** Ages are counted in days. */
const EVERY_MS = 600_000
const DAY_MS = 86_400_000

/** Replaces keys that are older than the setting says at the time; 0 never does. Answers the function that stops it. */
export const startKeyAgeScan = (context: ConnectionContext): (() => Promise<void>) =>
  startScan({
    everyMs: EVERY_MS,
    log: context.log,
    failure: 'keys could not be checked by their age',
    scanPages: async (rest) => {
      const { rotateKeysDays } = await context.runSettings()
      if (rotateKeysDays > 0) await rotateOldKeys(context, rotateKeysDays, rest)
    },
  })

/** Only where both sides stand together: a peer that is lost could not acknowledge. Nobody waits for more than a page. */
async function rotateOldKeys(context: ConnectionContext, days: number, rest: Rest): Promise<void> {
  const { database, now } = context
  const madeBefore = new Date(now().getTime() - days * DAY_MS)
  for (let after: ChangePlace | undefined = { changedAt: 0, id: '' }; after;) {
    const page = await pageAgedKeys(database.db, madeBefore, after)
    for (const record of page.records) await beginRotation(context, record, NODE_ACTOR)
    after = page.next
    await rest()
  }
}
