import type { ErrorCode } from '@accord/shared/protocol'

import { type Pace, takeAtPace } from '../limits/pace.ts'
import { findCallsPaidUntil, takeInstanceCall } from '../store/instance/instance-calls.ts'
import type { Pause } from './instance-breaker.ts'
import { type CallsPerHour, paceOf } from './limit-calls.ts'

const CODE: ErrorCode = 'instance_quota_used'

/**
 * Calls for work that nobody waits for: no more than half of an hour's, and none while others have used up half of what may come at
 * once, so that a change of now is never the one that waits. Undefined where so many may be made; they count as made then.
 */
export async function takeSpareCalls(
  { database, now, perHour }: CallsPerHour,
  calls: number,
): Promise<Pause | undefined> {
  if (perHour === 0) return undefined
  const reservedMs = reserveMsOf(await findCallsPaidUntil(database.db), paceOf(perHour), now())
  const half = paceOf(Math.max(1, Math.floor(perHour / 2)))
  const waitMs =
    reservedMs > 0
      ? reservedMs
      : await takeInstanceCall(
          database,
          (paidUntil) => takeSeveral(paidUntil, half, calls, now()),
          'backfill_paid_until',
        )
  if (waitMs === undefined) return undefined
  const until = new Date(now().getTime() + waitMs)
  const message = `Half of the ${perHour} calls an hour to the instance (ACCORD_INSTANCE_CALLS_PER_HOUR) are kept for what people change now.`
  return { until, code: CODE, message }
}

/** So long until half of what may come at once is free again. */
const reserveMsOf = (paidUntil: Date | null, { burst, everyMs }: Pace, now: Date): number =>
  Math.max(0, (paidUntil?.getTime() ?? 0) - now.getTime() - (burst * everyMs) / 2)

/** All of them or none; as many as may ever come at once, where they are more. */
function takeSeveral(paidUntil: Date | null, pace: Pace, calls: number, now: Date): ReturnType<typeof takeAtPace> {
  let taken: ReturnType<typeof takeAtPace> = { paidUntil: paidUntil ?? now }
  for (let left = Math.min(calls, pace.burst); left > 0 && 'paidUntil' in taken; left--)
    taken = takeAtPace(taken.paidUntil, pace, now)
  return taken
}
