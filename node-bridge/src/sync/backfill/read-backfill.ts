import type { BackfillView } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findBackfill } from '../../store/sync/backfills.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { countMoving } from './find-wait.ts'

/** Further than anybody counts by eye. */
const COUNTED_UP_TO = 1000

/** Throws `connection_unknown`. */
export async function readBackfill(context: SyncContext, connectionId: string): Promise<BackfillView> {
  const { db } = context.database
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const found = await findBackfill(db, connectionId)
  if (!found) return { backfill: null }
  const { state, table, query, perMinute, total, seen, opened, beganAt, beganBy, movedAt, endedBy, waits } = found
  return {
    backfill: {
      state,
      table,
      query,
      perMinute,
      // Records that came to match meanwhile are come past, too.
      total: Math.max(total, seen),
      seen,
      opened,
      underWay: await countMoving(context, connectionId, COUNTED_UP_TO),
      beganAt: beganAt.toISOString(),
      beganBy,
      movedAt: movedAt.toISOString(),
      endedBy,
      waits: waits && { reason: waits.reason, code: waits.code, until: waits.until?.toISOString() ?? null },
    },
  }
}
