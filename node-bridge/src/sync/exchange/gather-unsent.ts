import { SYNC_LIMITS } from '@accord/shared/sync'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { countUnanswered, listUnsent } from '../../store/sync/unsent-pairs.ts'
import { type Item, itemOf, outboundTextOf, saveItem } from '../items/item.ts'
import { signerOf } from '../items/parties.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { createResult } from '../messages/result.ts'
import { answerOf } from '../pairs/answer-of.ts'

/** What the other side has to receive, and of which pairs. */
export interface Unsent {
  readonly messages: readonly string[]
  readonly results: readonly string[]
  readonly pairs: readonly StoredPair[]
}

/** Room for the other lists of an exchange, and for what a list costs beside its texts. */
const LISTS_BYTES = 262_144

/** As much as one exchange holds, who waits longest first. `want`: bytes of messages that the other side takes now. */
export async function gatherUnsent(context: SyncContext, connection: ConnectionRecord, want: number): Promise<Unsent> {
  const { database, vault, now, epoch } = context
  const stored = await listUnsent(database.db, connection.id, now(), SYNC_LIMITS.exchangeMessages)
  const parties = signerOf(context, connection)
  const outstanding = want === 0 ? 0 : await outstandingBytes(context, connection.id)
  let room = Math.min(want, SYNC_LIMITS.exchangeBytes - LISTS_BYTES, SYNC_LIMITS.outstandingBytes - outstanding)
  const messages: string[] = []
  const results: string[] = []
  const pairs: StoredPair[] = []
  const ofBefore: Item[] = []
  for (const each of stored) {
    const item = itemOf(each, epoch)
    const { pair } = item
    if (pair !== each.pair) ofBefore.push(item)
    const text = pair.outbound && pair.outbound.phase !== 'held' ? outboundTextOf(vault, each) : undefined
    const fits = text !== undefined && text.length <= room
    if (fits) {
      messages.push(text)
      room -= text.length
    }
    const result = pair.answer?.acknowledged === false ? answerOf(pair) : undefined
    if (result) results.push(await createResult({ ...parties, pair: each.pairId, result }))
    if (fits || result) pairs.push(each)
  }
  await beginAnew(context, ofBefore)
  return { messages, results, pairs }
}

/** What is repeated comes again within minutes; what was received is asked after in an hour. */
const REPEATED_WITHIN_MS = 300_000

/** Of messages that the other side has and is not through with. Sealed, three bytes are four characters. */
const outstandingBytes = async ({ database, now }: SyncContext, connectionId: string): Promise<number> =>
  ((await countUnanswered(database.db, connectionId, new Date(now().getTime() + REPEATED_WITHIN_MS))) * 3) / 4

/** What was to be sent before the database was restored is void: it would stand at the head of what waits for ever. */
async function beginAnew(context: SyncContext, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  await context.database.transaction(async (transaction) => {
    await lockPairs(context.database, transaction, { ids: items.map(({ stored }) => stored.id) })
    for (const item of items) await saveItem(context, transaction, item, { pair: item.pair })
  })
}
