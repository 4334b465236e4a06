import type { DriftView } from '@accord/shared/schemas'

import { recordAudit } from '../../audit/record-audit.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { countOpenPairs } from '../../store/sync/comparisons.ts'
import {
  changeDriftCheck,
  findDriftCheck,
  forgetDriftingPairs,
  NO_DRIFT,
  replaceDriftCheck,
} from '../../store/sync/drift-checks.ts'
import { isLocal } from '../items/ends.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { readDrift } from './read-drift.ts'

/**
 * Begins to compare what both sides hold of every pair; one that goes on already is begun anew. Throws `connection_unknown`,
 * `state_conflict` where the connection rests, or its other side cannot be called.
 */
export async function beginDriftCheck(context: SyncContext, connectionId: string, actor: string): Promise<DriftView> {
  const { database, now } = context
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  if (connection.state !== 'active')
    throw new Refusal('state_conflict', 'The connection rests: nothing can be compared.')
  if (connection.remote.pollOnly && !isLocal(connection))
    throw new Refusal('state_conflict', 'The other side cannot be called from here: begin the check there.')
  await database.transaction(async (transaction) => {
    await forgetDriftingPairs(transaction, connectionId)
    await replaceDriftCheck(transaction, {
      connectionId,
      state: 'checking',
      beganAt: now(),
      beganBy: actor,
      movedAt: now(),
      after: '',
      total: await countOpenPairs(transaction, connectionId),
      counts: NO_DRIFT,
      problem: null,
    })
    await enqueue(transaction, 'findDrift', { connectionId }, now())
  })
  return readDrift(context, connectionId)
}

/**
 * A person has seen what a check has found: those pairs send their whole states again. Throws `connection_unknown`, `state_conflict` where no
 * check has ended, or the connection rests.
 */
export async function beginSettling(context: SyncContext, connectionId: string, actor: string): Promise<DriftView> {
  const { database, now } = context
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  await database.transaction(async (transaction) => {
    const check = await findDriftCheck(transaction, connectionId)
    if (check?.state !== 'done' || connection.state !== 'active')
      throw new Refusal('state_conflict', 'There is no check that has ended, or the connection rests.')
    await changeDriftCheck(transaction, check, { state: 'settling', after: '', movedAt: now() })
    await enqueue(transaction, 'findDrift', { connectionId }, now())
    const { different, missing } = check.counts
    const details = { connectionId, different, missing }
    await recordAudit(transaction, { at: now(), actor, action: 'sync.driftSettled', subject: connection.name, details })
  })
  return readDrift(context, connectionId)
}
