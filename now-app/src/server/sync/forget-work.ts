import { GlideRecord } from '@servicenow/glide'
import { removeRows } from '../connection-rows/require-written.ts'
import { TABLES } from '../names.ts'
import { forgetPairsOfOthers } from './pairs/store-pairs.ts'
import { storeWatches } from './watches/store-watches.ts'

/**
 * Deletes the work of a node whose pairing ends: its triggers, the notices for it, and plans that were not applied yet.
 * Sync access stays, and so do the effects: what was written was written. So do the pairs of this instance, of which a list can be made
 * for the node that comes; those that a clone brought along are pairs of its source.
 */
export function forgetWork(): void {
  storeWatches([])
  removeRows(new GlideRecord(TABLES.changeNotice))
  removeRows(new GlideRecord(TABLES.writePlan))
  forgetPairsOfOthers()
}
