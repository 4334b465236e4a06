import { type LogEvent } from '@accord/shared/protocol'
import type { KeyAge, KeyDetails } from '@accord/shared/schemas'

import { Refusal } from '../refusals/refusal.ts'
import { findConnection } from '../store/connections/connections.ts'
import { findNewestEventAt } from '../store/connections/handshake-events.ts'
import { type KeyRotation, listKeyRotations } from '../store/connections/key-rotations.ts'
import type { Db } from '../store/engine/tables.ts'

/** When each side got the first of its present chain of keys: with the handshake, or with a code that renewed both. */
const BEGINNINGS: readonly LogEvent[] = [
  'redeemed',
  'redeemedForApproval',
  'granted',
  'grantedForApproval',
  'rekeyRedeemed',
  'rekeyed',
]

/** Throws `connection_unknown`. */
export async function readKeyDetails(db: Db, connectionId: string): Promise<KeyDetails> {
  const record = await findConnection(db, connectionId)
  if (!record) throw new Refusal('connection_unknown')
  const beganAt = (await findNewestEventAt(db, connectionId, BEGINNINGS)) ?? record.createdAt
  const [ours, theirs] = [
    await listKeyRotations(db, connectionId, 'local'),
    await listKeyRotations(db, connectionId, 'remote'),
  ]
  return {
    local: record.localKey ? ageOf(ours, beganAt) : null,
    remote: record.remoteKeyX && record.localKey ? ageOf(theirs, beganAt) : null,
  }
}

function ageOf(chain: readonly KeyRotation[], beganAt: Date): KeyAge {
  const done = chain.filter(({ state }) => state === 'done')
  const newest = done.at(-1)
  const published = chain.find(({ state }) => state === 'published')
  return {
    madeAt: (newest?.at ?? beganAt).toISOString(),
    // The number in the newest link: of a long chain only the newest links are stored.
    rotations: newest?.seq ?? 0,
    replacingSince: published?.at.toISOString() ?? null,
    earlierUntil: newest?.previousUntil?.toISOString() ?? null,
  }
}
