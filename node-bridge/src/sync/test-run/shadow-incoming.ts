import type { ShadowedPair } from '@accord/shared/schemas'

import { isRefusal } from '../../refusals/refusal.ts'
import type { Item } from '../items/item.ts'
import { testIncoming } from './test-incoming.ts'
import type { Trial } from './trial.ts'

/** What the draft makes of the message that waits in a pair; null where none does, or none that rules are run for. */
export async function shadowIncoming(
  trial: Trial,
  { pair: { inbound }, stored }: Item,
): Promise<ShadowedPair['incoming']> {
  if (!inbound || stored.inboundSealed === null) return null
  const outcome = await outcomeOf(trial, stored.table, stored.id)
  const asToday = inbound.phase === 'quarantined'
  switch (outcome?.kind) {
    case 'failed':
      return { kind: 'fails', asToday, fault: outcome.fault }
    case 'stopped':
      return { kind: 'stops', asToday: false }
    case 'plan':
      return { kind: 'goes' }
    default:
      return null
  }
}

/** Undefined where the message was taken meanwhile, or its record cannot be read now: that is not the draft's doing. */
async function outcomeOf(trial: Trial, table: string, itemId: string) {
  try {
    return await testIncoming(trial, table, { kind: 'message', itemId }, () => undefined)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}
