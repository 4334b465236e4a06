import { KeptPlan } from '@accord/shared/schemas'

import { orderedId } from '../../identifiers/ordered-id.ts'
import type { Db } from '../../store/engine/tables.ts'
import { insertKeptMessage, type KeptMessage } from '../../store/sync/kept-messages.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import type { Change } from './item.ts'
import type { SyncContext } from './sync-context.ts'

const contextOf = (id: string) => `kept-message:${id}`

/** Of what the pair holds before the change. */
type Texts = Readonly<Record<'out' | 'in', () => string | undefined>>

/**
 * What a pair no longer holds, and what is about to be written for it, is kept for as long as the operator wants it; by default
 * nothing is.
 */
export async function keepMessages(
  context: SyncContext,
  transaction: Db,
  { id: itemId, pair }: StoredPair,
  { pair: next, planned }: Change,
  texts: Texts,
): Promise<void> {
  if (context.keepMessagesDays === 0) return
  const before = pair as SyncPair
  const through = {
    out: before.outbound?.mid !== next.outbound?.mid ? before.outbound?.mid : undefined,
    in: before.inbound?.mid !== next.inbound?.mid ? before.inbound?.mid : undefined,
  }
  for (const direction of ['out', 'in'] as const) {
    const mid = through[direction]
    const text = mid === undefined ? undefined : texts[direction]()
    if (mid !== undefined && text !== undefined) await keep(context, transaction, { itemId, direction, mid }, text)
  }
  const mid = next.inbound?.mid
  if (planned && mid !== undefined)
    await keep(context, transaction, { itemId, direction: 'plan', mid }, JSON.stringify(planned.values()))
}

async function keep(
  { vault, now }: SyncContext,
  transaction: Db,
  about: Pick<KeptMessage, 'itemId' | 'direction'> & { readonly mid: string },
  text: string,
): Promise<void> {
  const at = now()
  const id = orderedId(at)
  await insertKeptMessage(transaction, { ...about, id, at, textSealed: vault.seal(text, contextOf(id)) })
}

export const keptTextOf = (
  { vault }: Pick<SyncContext, 'vault'>,
  { id, textSealed }: Pick<KeptMessage, 'id' | 'textSealed'>,
): string => vault.open(textSealed, contextOf(id))

export const keptPlanOf = (context: Pick<SyncContext, 'vault'>, kept: KeptMessage): KeptPlan =>
  KeptPlan.parse(JSON.parse(keptTextOf(context, kept)))
