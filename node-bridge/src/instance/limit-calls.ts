import { Refusal } from '../refusals/refusal.ts'
import { type Pace, takeAtPace } from '../limits/pace.ts'
import type { Database } from '../store/engine/database.ts'
import { takeInstanceCall } from '../store/instance/instance-calls.ts'
import type { InstanceClient } from './instance-client.ts'

export interface CallsPerHour {
  readonly database: Database
  readonly now: () => Date
  /** 0: as many as the node needs. */
  readonly perHour: number
}

const HOUR_MS = 3_600_000
/** So many of an hour's calls may come at once. */
const AT_ONCE = 1 / 6

/** Whichever hour is looked at, no more than so many calls are in it. */
export function paceOf(perHour: number): Pace {
  const burst = Math.max(1, Math.floor(perHour * AT_ONCE))
  return { burst, everyMs: Math.ceil(HOUR_MS / Math.max(1, perHour - burst)) }
}

/** The client, which makes no more calls in an hour than its operator allows. What a person asks for while pairing is not counted. */
export function limitCalls(client: InstanceClient, { database, now, perHour }: CallsPerHour): InstanceClient {
  if (perHour === 0) return client
  const pace = paceOf(perHour)
  const refusal = async (): Promise<Refusal | undefined> => {
    const waitMs = await takeInstanceCall(database, (paidUntil) => takeAtPace(paidUntil, pace, now()))
    if (waitMs === undefined) return undefined
    const until = new Date(now().getTime() + waitMs).toISOString()
    const detail = `This node makes at most ${perHour} calls an hour to its instance (ACCORD_INSTANCE_CALLS_PER_HOUR). The next one is made at ${until}; nothing is lost.`
    return new Refusal('instance_quota_used', detail, { retryAfterS: Math.ceil(waitMs / 1000) })
  }
  return {
    ...client,
    call: async (instance, path, signed) => {
      const refused = await refusal()
      if (refused) throw refused
      return client.call(instance, path, signed)
    },
    post: async (instance, callback) => {
      const refused = await refusal()
      if (!refused) return client.post(instance, callback)
      const { code, message: detail, retryAfterS } = refused
      return { verdict: { code, detail, retryAfterS }, clockDifferenceMs: null }
    },
  }
}
