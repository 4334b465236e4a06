import { LIMITS } from '@accord/shared/protocol'

import { takeAtPace } from '../limits/pace.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { KeyRotation } from '../store/connections/key-rotations.ts'

/**
 * A few rotations a day for each side of a connection, PROTOCOL.md §5.10: until when this one and those before are paid
 * for. Throws `rotated_too_often` with the seconds to wait.
 */
export function payForRotation(newest: Pick<KeyRotation, 'paidUntil'> | undefined, now: Date): Date {
  const taken = takeAtPace(newest?.paidUntil ?? null, LIMITS.rotations, now)
  if ('waitMs' in taken)
    throw new Refusal('rotated_too_often', undefined, { retryAfterS: Math.ceil(taken.waitMs / 1000) })
  return taken.paidUntil
}
