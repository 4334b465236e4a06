import { orderedId } from '../../identifiers/ordered-id.ts'
import { saveTrigger } from '../../store/sync-rules.ts'
import { resumePairs } from '../items/resume-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'

export interface TriggerRequest {
  /** Absent: a new one. */
  readonly id?: string
  readonly connectionId: string
  readonly table: string
  readonly query: string
  readonly isActive: boolean
  readonly actor: string
}

/** Says which records begin a pair. Answers the id of the trigger. */
export async function setTrigger(
  context: SyncContext,
  { id = orderedId(), actor, ...trigger }: TriggerRequest,
): Promise<string> {
  const { database, now } = context
  const changed = { ...trigger, id, changedAt: now(), changedBy: actor }
  await database.transaction(async (transaction) => {
    await saveTrigger(transaction, changed)
    // The other side learns whether this one is ready.
    await resumePairs(context, transaction, trigger.connectionId)
  })
  return id
}
