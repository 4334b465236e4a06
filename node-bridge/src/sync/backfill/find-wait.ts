import type { BackfillWait } from '@accord/shared/sync'
import { STATUSES_OF } from '@accord/shared/sync'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findContacts } from '../../store/connections/contacts.ts'
import { type BackfillRecord, countHeldSince, type Waiting } from '../../store/sync/backfills.ts'
import { countDuePairs } from '../../store/sync/sync-claims.ts'
import { countItems } from '../../store/sync/sync-items.ts'
import type { TriggerRecord } from '../../store/sync/sync-rules.ts'
import type { Tracker, TrackerPause } from '../../trackers/tracker.ts'
import { hasPeer } from '../items/ends.ts'
import { findPeerReadiness } from '../items/readiness.ts'
import type { SyncContext } from '../items/sync-context.ts'

export interface BackfillContext extends SyncContext {
  readonly tracker: Tracker
}

/** So many pairs of the connection may be on their way: what lies in the queue of the other side is never more. */
export const MOST_UNDER_WAY = 200
/** So many of those that it began may wait for a person: what stops them stops the others, and nobody has to clear away thousands. */
const MOST_HELD = 20
/** So many pairs of all connections may be due before it adds to them: what people change now does not stand behind it. */
const DUE_BEFORE = 100

export const waitFor = (reason: BackfillWait, pause?: Partial<Pick<TrackerPause, 'code' | 'until'>>): Waiting => ({
  reason,
  code: pause?.code ?? null,
  until: pause?.until ?? null,
})

/** How many pairs may begin now; or why none may. */
export async function findRoom(
  context: BackfillContext,
  connection: ConnectionRecord,
  trigger: TriggerRecord,
  { beganAt }: Pick<BackfillRecord, 'beganAt'>,
): Promise<number | Waiting> {
  const { database, tracker, now } = context
  if (connection.state !== 'active' || !hasPeer(connection)) return waitFor('deactivated')
  if (!trigger.isActive) return waitFor('trigger_off')
  if ((await findPeerReadiness(database.db, connection)) === false) return waitFor('peer_unready')
  const pause = tracker.pause?.()
  if (pause) return waitFor('tracker_rests', pause)
  const moving = await countMoving(context, connection.id, MOST_UNDER_WAY)
  if (moving >= MOST_UNDER_WAY) return peerWait(context, connection)
  const held = await countHeldSince(database.db, connection.id, { since: beganAt, upTo: MOST_HELD })
  if (held === MOST_HELD) return waitFor('held')
  const due = await countDuePairs(database.db, now(), DUE_BEFORE)
  return due === DUE_BEFORE ? waitFor('changes_first') : MOST_UNDER_WAY - moving
}

/** What was begun does not come through: is that the other side? */
async function peerWait({ database, pausedUntil, now }: BackfillContext, { id }: ConnectionRecord): Promise<Waiting> {
  if ((await findContacts(database.db, [id])).get(id)?.health === 'down') return waitFor('peer_away')
  const until = pausedUntil.get(id) ?? 0
  return until > now().getTime() ? waitFor('peer_full', { until: new Date(until) }) : waitFor('under_way')
}

/** Pairs of the connection that are on their way; nobody counts further than `upTo`. */
export async function countMoving(
  { database }: Pick<SyncContext, 'database'>,
  connectionId: string,
  upTo: number,
): Promise<number> {
  const counts = await countItems(database.db, connectionId, STATUSES_OF.moving, upTo)
  return Math.min(
    upTo,
    [...counts.values()].reduce((sum, count) => sum + count, 0),
  )
}
