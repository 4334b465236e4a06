import { ERROR_CODES, isSyncErrorCode } from '@accord/shared/protocol'
import type { SyncItemList, SyncItemQuery } from '@accord/shared/schemas'
import { ITEM_STATUSES, type ItemFilter, STATUSES_OF } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { countCauses } from '../../store/sync/held-pairs.ts'
import { sumHeldRetries } from '../../store/sync/held-retries.ts'
import { countItems, pageItems } from '../../store/sync/sync-items.ts'
import { describeComparison } from './describe-comparison.ts'
import { itemOf } from './item.ts'
import { placeText, readPlace } from './page-place.ts'
import type { SyncContext } from './sync-context.ts'
import { describeItem } from './describe-item.ts'

/** Further than anybody counts by eye. */
const COUNTED_UP_TO = 1000

/** Where this side's records are, as far as it says that it is not called now. */
interface Paused {
  readonly tracker: { pause?(): { until: Date; code: string; message: string } | undefined } | undefined
}

/** A page of the pairs of a connection. Throws `connection_unknown`, `malformed` for a place that is none. */
export async function listItems(
  { database, vault, epoch, tracker }: SyncContext & Paused,
  connectionId: string,
  { filter, after, limit }: SyncItemQuery,
): Promise<SyncItemList> {
  const { db } = database
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const narrowed = filter === 'all' ? {} : { statuses: STATUSES_OF[filter] }
  const { pairs, next } = await pageItems(db, { connectionId, ...narrowed, after: readPlace(after), limit })
  const counted = await countItems(db, connectionId, ITEM_STATUSES, COUNTED_UP_TO)
  const countOf = (group: ItemFilter): number => {
    const sum = STATUSES_OF[group].reduce((all, status) => all + (counted.get(status) ?? 0), 0)
    return Math.min(COUNTED_UP_TO, sum)
  }
  return {
    items: pairs.map((stored) => describeItem(vault, itemOf(stored, epoch))),
    next: placeText(next),
    counts: {
      upTo: COUNTED_UP_TO,
      all: countOf('all'),
      synced: countOf('synced'),
      moving: countOf('moving'),
      held: countOf('held'),
      ended: countOf('ended'),
    },
    causes: await listCauses(db, connectionId),
    retrying: (await sumHeldRetries(db, connectionId)) ?? null,
    comparison: await describeComparison(db, connectionId),
    pause: pauseOf(tracker),
  }
}

function pauseOf(tracker: Paused['tracker']): SyncItemList['pause'] {
  const now = tracker?.pause?.()
  return now ? { ...now, until: now.until.toISOString() } : null
}

/** What the pairs wait for that wait here, the most frequent cause first. */
async function listCauses(db: Db, connectionId: string): Promise<SyncItemList['causes']> {
  const counted = await countCauses(db, connectionId, Object.keys(ERROR_CODES).filter(isSyncErrorCode), COUNTED_UP_TO)
  return [...counted]
    .map(([code, count]) => ({ code, count }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
}
