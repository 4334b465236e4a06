import type { Db } from '../../store/engine/tables.ts'
import { insertItemEvents } from '../../store/sync/item-events.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { DetailedStep } from './step-details.ts'
import type { SyncContext } from './sync-context.ts'

/** `actor`: who has done it, where it was a person. */
export const writeHistory = (
  { now }: SyncContext,
  transaction: Db,
  { id: itemId, connectionId }: Pick<StoredPair, 'id' | 'connectionId'>,
  steps: readonly DetailedStep[],
  actor: string | undefined,
): Promise<void> => {
  const more = actor === undefined ? {} : { actor }
  return insertItemEvents(
    transaction,
    steps.map(({ event, readMs, ...details }) => {
      const at = now()
      const took = readMs === undefined ? {} : { tookMs: Math.max(0, at.getTime() - readMs) }
      return { itemId, connectionId, at, event, details: { ...details, ...took, ...more } }
    }),
  )
}
