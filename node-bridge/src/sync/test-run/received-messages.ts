import type { ReceivedMessages } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { listKeptOf } from '../../store/sync/kept-messages.ts'
import { pageItems } from '../../store/sync/sync-items.ts'
import { itemOf } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** Of these pairs, those that changed last, messages are looked for; and so many are listed. */
const PAIRS = 50
const LISTED = 20

/** The messages of the other side on which a draft can be tried: those that wait, and those that this node keeps. Throws `connection_unknown`. */
export async function listReceivedMessages(
  { database: { db }, epoch, keepMessagesDays }: SyncContext,
  connectionId: string,
): Promise<ReceivedMessages> {
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const { pairs } = await pageItems(db, { connectionId, after: undefined, limit: PAIRS })
  const items = new Map(pairs.map((stored) => [stored.id, itemOf(stored, epoch)]))
  const nameOf = (itemId: string) => {
    const item = items.get(itemId)
    return { itemId, localKey: item?.stored.localKey ?? null, remoteKey: item?.pair.remote?.key ?? null }
  }
  const waiting = pairs
    .filter(({ inboundSealed }) => inboundSealed !== null)
    .map(({ id, changedAt }) => ({ ...nameOf(id), messageId: null, at: changedAt.toISOString() }))
  const kept = (await listKeptOf(db, [...items.keys()], LISTED)).map(({ id, itemId, at }) => ({
    ...nameOf(itemId),
    messageId: id,
    at: at.toISOString(),
  }))
  return { keptDays: keepMessagesDays, messages: [...waiting, ...kept].slice(0, LISTED) }
}
