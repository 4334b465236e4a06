import type { ItemMessage } from '@accord/shared/schemas'
import type { ItemEventName } from '@accord/shared/sync'

import type { ItemEvent } from '../../store/sync/item-events.ts'
import type { KeptMessage } from '../../store/sync/kept-messages.ts'
import type { Item } from './item.ts'

/** Steps that say something of a message beside what became of it. */
const ASIDE: readonly string[] = ['kept', 'overwritten', 'edited', 'retried'] satisfies readonly ItemEventName[]

type Kept = Pick<KeptMessage, 'id' | 'mid'>

/** The messages of which these steps tell, the newest first. One that an older release has noted has no `mid`, and is none of them. */
export function messagesOf(item: Item, events: readonly ItemEvent[], kept: readonly Kept[]): ItemMessage[] {
  const messages = new Map<string, ItemMessage>()
  for (const each of events) {
    const mid = each.details['mid']
    if (typeof mid !== 'string') continue
    const known = messages.get(mid)
    if (known && !ASIDE.includes(each.event))
      messages.set(mid, { ...known, outcome: each.event, outcomeAt: each.at.toISOString() })
    else if (!known && (each.event === 'sent' || each.event === 'received'))
      messages.set(mid, { ...begun(mid, each), ...contentOf(item, mid, kept) })
  }
  return [...messages.values()].toReversed()
}

function begun(mid: string, { event, at, details }: ItemEvent): Omit<ItemMessage, 'content' | 'messageId'> {
  const { kind, seq, bytes } = details
  return {
    mid,
    direction: event === 'sent' ? 'out' : 'in',
    kind: typeof kind === 'string' ? kind : '',
    seq: typeof seq === 'number' ? seq : 0,
    bytes: typeof bytes === 'number' ? bytes : null,
    at: at.toISOString(),
    outcome: event,
    outcomeAt: at.toISOString(),
  }
}

function contentOf(
  { pair, stored }: Item,
  mid: string,
  kept: readonly Kept[],
): Pick<ItemMessage, 'content' | 'messageId'> {
  const isHere =
    (pair.outbound?.mid === mid && stored.outboundSealed !== null) ||
    (pair.inbound?.mid === mid && stored.inboundSealed !== null)
  if (isHere) return { content: 'here', messageId: null }
  const messageId = kept.find((each) => each.mid === mid)?.id
  return messageId === undefined ? { content: 'gone', messageId: null } : { content: 'kept', messageId }
}
