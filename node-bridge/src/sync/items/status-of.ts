import type { ItemStatus } from '@accord/shared/sync'

import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

/** Where a pair stands, in one word: what waits for a person comes before what goes on by itself. */
export function statusOf(pair: SyncPair): ItemStatus {
  const { state, dirty, fault, inbound, outbound } = pair
  if (hasEnded(pair)) return 'ended'
  if (fault || inbound?.phase === 'quarantined') return 'held'
  if (outbound?.phase === 'held') return 'held_there'
  if (inbound) return 'receiving'
  if (dirty || outbound) return 'sending'
  // Rules have stopped the first message, here or at the other side.
  return state === 'declined' || state === 'starting' ? 'declined' : 'synced'
}
