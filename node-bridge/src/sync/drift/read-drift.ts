import type { DriftView } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { type DriftCheck, findDriftCheck, listDriftingPairs } from '../../store/sync/drift-checks.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** As many as a person reads. */
const SHOWN = 50

/** Throws `connection_unknown`. */
export async function readDrift({ database: { db } }: SyncContext, connectionId: string): Promise<DriftView> {
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const check = await findDriftCheck(db, connectionId)
  if (!check) return { check: null, pairs: [] }
  const pairs = await listDriftingPairs(db, { connectionId, after: '', limit: SHOWN })
  return {
    check: describe(check),
    pairs: await Promise.all(
      pairs.map(async ({ itemId, verdict, paths }) => {
        const stored = await findStoredPair(db, itemId)
        const keys = { localKey: stored?.localKey ?? null, remoteKey: stored?.remoteKey ?? null }
        return { itemId, ...keys, verdict, paths: [...paths] }
      }),
    ),
  }
}

function describe({ state, beganAt, beganBy, movedAt, total, counts, problem }: DriftCheck): DriftView['check'] {
  const { equal, different, missing, moving } = counts
  return {
    state,
    beganAt: beganAt.toISOString(),
    beganBy,
    movedAt: movedAt.toISOString(),
    total,
    checked: equal + different + missing + moving,
    ...counts,
    problem,
  }
}
