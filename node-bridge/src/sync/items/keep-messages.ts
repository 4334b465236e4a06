import { orderedId } from '../../identifiers/ordered-id.ts'
import type { Db } from '../../store/engine/tables.ts'
import { insertKeptMessage, type KeptMessage } from '../../store/sync/kept-messages.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import type { SyncContext } from './sync-context.ts'

const contextOf = (id: string) => `kept-message:${id}`

/** What a pair no longer holds is kept for as long as the operator wants it; by default nothing is. `texts`: as they were before. */
export async function keepMessages(
  { vault, now, keepMessagesDays }: SyncContext,
  transaction: Db,
  { id: itemId, pair }: StoredPair,
  next: SyncPair,
  texts: () => Readonly<Record<KeptMessage['direction'], string | undefined>>,
): Promise<void> {
  if (keepMessagesDays === 0) return
  const before = pair as SyncPair
  const isThrough = {
    out: before.outbound !== null && before.outbound.mid !== next.outbound?.mid,
    in: before.inbound !== null && before.inbound.mid !== next.inbound?.mid,
  }
  for (const direction of ['out', 'in'] as const) {
    const text = isThrough[direction] ? texts()[direction] : undefined
    if (text === undefined) continue
    const at = now()
    const id = orderedId(at)
    await insertKeptMessage(transaction, { id, itemId, direction, at, textSealed: vault.seal(text, contextOf(id)) })
  }
}

export const keptTextOf = ({ vault }: Pick<SyncContext, 'vault'>, { id, textSealed }: KeptMessage): string =>
  vault.open(textSealed, contextOf(id))
