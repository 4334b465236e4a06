import type { Tracker } from '../../trackers/tracker.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** `tracker`: where the records of this side are; undefined where this release reaches none. */
export interface ConfigurationContext extends SyncContext {
  readonly tracker: Tracker | undefined
}
