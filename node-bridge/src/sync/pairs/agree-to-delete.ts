import { retryIncoming } from './conclude-incoming.ts'
import type { SyncPair } from './sync-pair.ts'

/** With which a delete waits for a person once there were many. */
export const DELETES_CAUSE = 'many_deletes'

/** A person wants this record deleted although many were. The same pair where nothing waits for that. */
export const agreeToDelete = (pair: SyncPair): SyncPair =>
  pair.inbound?.phase === 'quarantined' && pair.inbound.fault.code === DELETES_CAUSE
    ? retryIncoming({ ...pair, inbound: { ...pair.inbound, isAgreed: true } })
    : pair
