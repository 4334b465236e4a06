import type { Tracker } from '../../trackers/tracker.ts'
import { findPairing } from '../../store/instance/pairings.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { LanguageService } from '../language/index.ts'
import type { KnownTables } from './known-tables.ts'

/** `tracker`: where the records of this side are; undefined where this release reaches none. */
export interface ConfigurationContext extends SyncContext {
  readonly tracker: Tracker | undefined
  /** What scripts may name there, as it was last said. */
  readonly tables: KnownTables
  readonly language: LanguageService
}

/** Where the records of this side are; undefined where this release reaches none, or no instance is paired that holds them. */
export const findTracker = async ({
  tracker,
  database,
}: Pick<ConfigurationContext, 'tracker' | 'database'>): Promise<Tracker | undefined> =>
  (await findPairing(database.db)) ? tracker : undefined
