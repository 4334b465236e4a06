import { returnAllClaims } from '../store/sync/sync-claims.ts'
import type { ConfigurationContext } from '../sync/configuration/configuration-context.ts'
import { startCheckingDictionary } from '../sync/worker/check-dictionary-loop.ts'
import type { SyncContext } from '../sync/items/sync-context.ts'
import { startSavingTallies } from '../sync/worker/save-tallies.ts'
import { startSyncWorker } from '../sync/worker/sync-worker.ts'
import type { Tracker } from '../trackers/tracker.ts'
import type { BackgroundPart } from './background.ts'

/** Keeps the records of the tracker equal with those of the other sides. */
export const createSyncPart = (sync: ConfigurationContext, tracker: Tracker): BackgroundPart => ({
  start: () => {
    // Stopped in the opposite order: what the last batch has counted is written, too.
    const stopTallies = startSavingTallies(sync)
    const stopWorker = startSyncWorker(sync, tracker)
    const stopChecking = startCheckingDictionary(sync)
    return async () => {
      await stopChecking()
      await stopWorker()
      await stopTallies()
    }
  },
})

/** The embedded database has one process; a replica on PostgreSQL waits until nobody renews the claims of a dead one. */
export const forgetClaims = ({ database }: SyncContext): Promise<void> =>
  database.dialect === 'sqlite' ? returnAllClaims(database.db) : Promise.resolve()
