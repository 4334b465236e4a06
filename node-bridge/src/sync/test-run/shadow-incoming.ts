import type { ShadowedPair } from '@accord/shared/schemas'

import { isRefusal } from '../../refusals/refusal.ts'
import { listKeptOf } from '../../store/sync/kept-messages.ts'
import type { Item } from '../items/item.ts'
import { testIncoming } from './test-incoming.ts'
import type { Trial } from './trial.ts'

type Shadowed = Pick<ShadowedPair, 'incoming' | 'messageId'>

const NOTHING: Shadowed = { incoming: null, messageId: null }

/** What the draft makes of the message that waits in a pair, or else of the last one that is kept of it; null where there is none. */
export async function shadowIncoming(trial: Trial, item: Item): Promise<Shadowed> {
  const { inbound } = item.pair
  if (inbound && item.stored.inboundSealed !== null)
    return { incoming: await shadowMessage(trial, item, { asToday: inbound.phase === 'quarantined' }), messageId: null }
  const [kept] = await listKeptOf(trial.context.database.db, [item.stored.id], 1)
  if (!kept) return NOTHING
  return { incoming: await shadowMessage(trial, item, { asToday: false, messageId: kept.id }), messageId: kept.id }
}

interface Message {
  /** It waits for a person by the rules of today. */
  readonly asToday: boolean
  readonly messageId?: string
}

async function shadowMessage(
  trial: Trial,
  { stored: { table, id } }: Item,
  { asToday, messageId }: Message,
): Promise<ShadowedPair['incoming']> {
  const outcome = await outcomeOf(trial, table, { itemId: id, ...(messageId !== undefined && { messageId }) })
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
async function outcomeOf(
  trial: Trial,
  table: string,
  message: { readonly itemId: string; readonly messageId?: string },
) {
  try {
    return await testIncoming(trial, table, { kind: 'message', ...message }, () => undefined)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}
