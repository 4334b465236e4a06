import { hasTrait } from '@accord/shared/protocol'

import { NODE_ACTOR } from '../../connections/change-connection.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { advanceBackfill, type BackfillRecord, findBackfill, type Waiting } from '../../store/sync/backfills.ts'
import { findTrigger } from '../../store/sync/sync-rules.ts'
import { type BackfillContext, findRoom, waitFor } from './find-wait.ts'
import { takePage } from './take-page.ts'

/** Soon again where only what is on its way has to come through, later where somebody has to do something. */
const SOON_MS = 500
const LATER_MS = 5000
const REFUSED_MS = 60_000

/**
 * Some more records begin their pairs. How far it has come is written with what it has begun and with the next job, so that whoever
 * dies in between leaves none out and begins none twice.
 */
export async function bringIn(context: BackfillContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  const backfill = await findBackfill(database.db, connectionId)
  if (backfill?.state !== 'running') return DONE
  if (backfill.nextAt > now()) return goOnAt(context, backfill, backfill.nextAt)
  const connection = await findConnection(database.db, connectionId)
  const trigger = await findTrigger(database.db, connectionId, backfill.table)
  if (!connection || !hasTrait(connection.state, 'contacted'))
    return end(context, backfill, connection?.name ?? connectionId, 'connection_ended')
  // Records that it has come past may match another condition, so that it would be complete for neither.
  if (trigger?.query !== backfill.query) return end(context, backfill, connection.name, 'trigger_changed')
  const room = await findRoom(context, connection, trigger, backfill)
  if (typeof room !== 'number') return wait(context, backfill, room)
  try {
    const waits = await takePage(context, { connection, trigger, backfill, room })
    return waits ? await wait(context, backfill, waits) : DONE
  } catch (error) {
    await wait(context, backfill, waitFor('unreachable', isRefusal(error) ? { code: error.code } : {}))
    if (isRefusal(error)) return DONE
    throw error
  }
}

const goOnAt = async (
  { database }: BackfillContext,
  { connectionId }: BackfillRecord,
  at: Date,
): Promise<JobResult> => {
  await database.transaction((transaction) => enqueue(transaction, 'bringIn', { connectionId }, at))
  return DONE
}

/** Says why, where nothing says so yet, and looks again. */
async function wait(context: BackfillContext, backfill: BackfillRecord, waits: Waiting): Promise<JobResult> {
  const { database, now } = context
  const isSaid = backfill.waits?.reason === waits.reason && backfill.waits.code === waits.code
  if (!isSaid || backfill.waits?.until?.getTime() !== waits.until?.getTime())
    await database.transaction((transaction) => advanceBackfill(transaction, backfill, { waits }))
  return goOnAt(context, backfill, new Date(now().getTime() + pauseOf(waits, now())))
}

function pauseOf({ reason, until }: Waiting, now: Date): number {
  if (reason === 'refused') return REFUSED_MS
  if (reason === 'under_way' || reason === 'changes_first' || reason === 'peer_full') return SOON_MS
  return until ? Math.max(SOON_MS, Math.min(REFUSED_MS, until.getTime() - now.getTime())) : LATER_MS
}

/** Another trigger was published meanwhile, or the connection is over. */
async function end(
  { database, now }: BackfillContext,
  backfill: BackfillRecord,
  subject: string,
  outcome: 'trigger_changed' | 'connection_ended',
): Promise<JobResult> {
  const { connectionId, table, query, seen, opened } = backfill
  await database.transaction(async (transaction) => {
    if (!(await advanceBackfill(transaction, backfill, { state: 'ended', waits: null, movedAt: now() }))) return
    const details = { connectionId, table, query, seen, opened, outcome }
    await recordAudit(transaction, { at: now(), actor: NODE_ACTOR, action: 'sync.backfillEnded', subject, details })
  })
  return DONE
}
