import { retryIncoming } from './conclude-incoming.ts'
import type { SyncPair } from './sync-pair.ts'

/** What the other side sent after one of the two lost its memory differs from our record, and waits for a person. */
export const isHeldByComparison = ({ inbound }: Pick<SyncPair, 'inbound'>): boolean =>
  inbound?.phase === 'quarantined' && inbound.fault.code === 'comparison_differs'

/** Has the other side's whole state still to be compared with our record? What waits for a person for another reason is not awaited. */
export const isToCompare = (pair: SyncPair): boolean =>
  pair.isComparing === true && !pair.fault && pair.inbound?.phase !== 'quarantined' && pair.outbound?.phase !== 'held'

/** A person has seen what differs, or it is little: it may be overwritten. The same pair where nothing waits for that. */
export function agreeToCompared(pair: SyncPair): SyncPair {
  if (!isHeldByComparison(pair)) return pair
  const { isComparing: _, ...agreed } = pair
  return retryIncoming(agreed)
}
