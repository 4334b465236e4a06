import type { Db } from '../../store/engine/tables.ts'
import { insertItemEvents } from '../../store/sync/item-events.ts'
import type { DetailedStep } from './step-details.ts'
import type { SyncContext } from './sync-context.ts'

/** `actor`: who has done it, where it was a person. */
export const writeHistory = (
  { now }: SyncContext,
  transaction: Db,
  itemId: string,
  steps: readonly DetailedStep[],
  actor: string | undefined,
): Promise<void> => {
  const more = actor === undefined ? {} : { actor }
  return insertItemEvents(
    transaction,
    steps.map(({ event, readMs, ...details }) => {
      const at = now()
      const took = readMs === undefined ? {} : { tookMs: Math.max(0, at.getTime() - readMs) }
      return { itemId, at, event, details: { ...details, ...took, ...more } }
    }),
  )
}
