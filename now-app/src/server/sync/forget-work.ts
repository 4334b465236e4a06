import { GlideRecord } from '@servicenow/glide'
import { removeRows } from '../connection-rows/require-written.ts'
import { TABLES } from '../names.ts'
import { storeWatches } from './watches/store-watches.ts'

/**
 * Deletes the work of a node whose pairing ends: its triggers, the notices for it, and plans that were not applied yet.
 * Sync access stays, and so do the effects: what was written was written.
 */
export function forgetWork(): void {
  storeWatches([])
  removeRows(new GlideRecord(TABLES.changeNotice))
  removeRows(new GlideRecord(TABLES.writePlan))
}
