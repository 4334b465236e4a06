import { LIMITS } from '@accord/shared/protocol'

import { type KeyRotation, listKeyRotations } from '../store/connections/key-rotations.ts'
import type { Db } from '../store/engine/tables.ts'

/** This side's chain of keys while the peer has not acknowledged the newest, PROTOCOL.md §5.10; oldest first. */
export async function findUnacknowledgedKey(
  db: Db,
  connectionId: string,
): Promise<{ readonly newest: KeyRotation; readonly chain: string[] } | undefined> {
  const rotations = await listKeyRotations(db, connectionId, 'local')
  const newest = rotations.at(-1)
  if (newest?.state !== 'published') return undefined
  return { newest, chain: rotations.slice(-LIMITS.keyChainLinks).map(({ statement }) => statement) }
}
