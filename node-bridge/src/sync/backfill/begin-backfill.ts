import type { BackfillView, BeginBackfillRequest, ChangeBackfillRequest } from '@accord/shared/schemas'
import type { BackfillState } from '@accord/shared/sync'

import { recordAudit } from '../../audit/record-audit.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { type BackfillRecord, changeBackfillFrom, replaceBackfill } from '../../store/sync/backfills.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import { countMatching, requireCountable } from './count-backfill.ts'
import { readBackfill } from './read-backfill.ts'

/**
 * Every record that matches the published trigger and is in no pair begins one, in the background. Throws `connection_unknown`;
 * `state_conflict` where one is under way, the connection rests, or no trigger is active; `query_invalid`, `access_missing`.
 */
export async function beginBackfill(
  context: ConfigurationContext,
  connectionId: string,
  { perMinute, actor }: BeginBackfillRequest,
): Promise<BackfillView> {
  const { database, now } = context
  const countable = await requireCountable(context, connectionId)
  const { table, query } = countable.trigger
  const total = await countMatching(countable)
  const at = now()
  const fresh = { after: '', total, seen: 0, opened: 0, waits: null, endedBy: null }
  const moment = { beganAt: at, movedAt: at, nextAt: at, beganBy: actor }
  await database.transaction(async (transaction) => {
    const backfill = { connectionId, table, query, state: 'running', perMinute, ...moment, ...fresh } as const
    if (!(await replaceBackfill(transaction, backfill)))
      throw new Refusal('state_conflict', 'Records are being brought in already: let that end first, or end it.')
    const details = { connectionId, table, query, total, perMinute }
    const subject = countable.connection.name
    await recordAudit(transaction, { at, actor, action: 'sync.backfillBegan', subject, details })
    await enqueue(transaction, 'bringIn', { connectionId }, at)
  })
  return readBackfill(context, connectionId)
}

type Step = NonNullable<ChangeBackfillRequest['step']>

const OPEN: readonly BackfillState[] = ['running', 'paused']
const STEPS: Readonly<Record<Step, { readonly from: readonly BackfillState[]; readonly to: BackfillState }>> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  end: { from: OPEN, to: 'ended' },
}

/** A person changes what becomes of it, or its rate. Throws `connection_unknown`; `state_conflict` where it does not stand so. */
export async function changeBackfill(
  context: ConfigurationContext,
  connectionId: string,
  { step, perMinute, actor }: ChangeBackfillRequest,
): Promise<BackfillView> {
  const { database, now } = context
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  if (step === undefined && perMinute === undefined) return readBackfill(context, connectionId)
  const at = now()
  const { from, to } = step ? STEPS[step] : { from: OPEN, to: undefined }
  const change: Partial<BackfillRecord> = {
    nextAt: at,
    waits: null,
    ...(to && { state: to, movedAt: at }),
    ...(to === 'ended' && { endedBy: actor }),
    ...(perMinute !== undefined && { perMinute }),
  }
  await database.transaction(async (transaction) => {
    if (!(await changeBackfillFrom(transaction, connectionId, from, change)))
      throw new Refusal('state_conflict', 'No records are being brought in, or it does not stand so any longer.')
    const details = { connectionId, ...(step && { step }), ...(perMinute !== undefined && { perMinute }) }
    const action = step === 'end' ? 'sync.backfillEnded' : 'sync.backfillChanged'
    await recordAudit(transaction, { at, actor, action, subject: connection.name, details })
    if (to === undefined || to === 'running') await enqueue(transaction, 'bringIn', { connectionId }, at)
  })
  return readBackfill(context, connectionId)
}
