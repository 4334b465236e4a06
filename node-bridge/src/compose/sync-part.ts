import { returnAllClaims } from '../store/sync-claims.ts'
import type { SyncContext } from '../sync/items/sync-context.ts'
import { startSyncWorker } from '../sync/worker/sync-worker.ts'
import type { Tracker } from '../trackers/tracker.ts'
import type { BackgroundPart } from './background.ts'

/** Without a tracker there are no records: this side has nothing to send and takes nothing. */
export const createSyncPart = (sync: SyncContext, tracker: Tracker | undefined): BackgroundPart => ({
  start: () => (tracker ? startSyncWorker(sync, tracker) : undefined),
})

/** The embedded database has one process; a replica on PostgreSQL waits until nobody renews the claims of a dead one. */
export const forgetClaims = ({ database }: SyncContext): Promise<void> =>
  database.dialect === 'sqlite' ? returnAllClaims(database.db) : Promise.resolve()
