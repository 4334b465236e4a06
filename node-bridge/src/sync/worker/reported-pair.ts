import { createHash } from 'node:crypto'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'

/** The pair's name in a list of all pairs here: where both ends of a connection are, its destination has a name of its own. */
export function reportedPairOf(
  { peerConnectionId, side }: Pick<ConnectionRecord, 'peerConnectionId' | 'side'>,
  { pairId }: Pick<StoredPair, 'pairId'>,
): string {
  if (peerConnectionId === null || side === 'source') return pairId
  const hash = createHash('sha256').update(`accord destination\n${pairId}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
