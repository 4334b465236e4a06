import type { Bulk, Bulks } from '@accord/shared/schemas'

import { type BulkRecord, listBulkRecords } from '../../store/sync/bulks.ts'
import type { SyncContext } from '../items/sync-context.ts'

const SHOWN = 10

/** What was begun last, and how far it has come. */
export async function listBulks({ database: { db } }: SyncContext): Promise<Bulks> {
  return { bulks: (await listBulkRecords(db, SHOWN)).map(described) }
}

const described = ({ id, step, state, total, seen, changed, beganBy, ...bulk }: BulkRecord): Bulk => ({
  id,
  step,
  state,
  connectionId: bulk.connectionId ?? null,
  cause: bulk.cause ?? null,
  total,
  seen,
  changed,
  beganAt: bulk.beganAt.toISOString(),
  beganBy,
  movedAt: bulk.movedAt.toISOString(),
})
