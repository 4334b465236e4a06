import type { Tracker } from '../../trackers/tracker.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** What the way of a file needs, beside what every step of sync does. */
export interface FileContext extends SyncContext {
  readonly tracker: Tracker
}
