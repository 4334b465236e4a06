import type { Config } from '../config/config.ts'
import { createBreaker } from '../instance/instance-breaker.ts'
import { takeSpareCalls } from '../instance/spare-calls.ts'
import { createPostToInstance, type InstancePosting } from '../instance/post-to-instance.ts'
import type { NodeIdentity } from '../identity/node-identity.ts'
import type { Logger } from 'pino'
import { createInstanceTracker } from '../trackers/servicenow/servicenow-tracker.ts'
import type { Tracker } from '../trackers/tracker.ts'

interface TrackerParts extends Omit<InstancePosting, 'breaker'> {
  readonly config: Pick<Config, 'syncPullSeconds' | 'instanceCallsPerHour'>
  readonly identity: NodeIdentity
  readonly log: Logger
}

/** The tracker is the paired instance. While none is paired it is not called, and pairs that are due keep waiting. */
export function createTracker({ config, identity, log, ...posting }: TrackerParts): Tracker {
  const breaker = createBreaker()
  const tracker = createInstanceTracker({
    post: createPostToInstance({ ...posting, breaker }),
    instanceUid: identity.instanceUid,
    now: posting.now,
    log,
    paces: { idleMs: config.syncPullSeconds * 1000 },
  })
  return {
    ...tracker,
    pause: () => breaker.current(posting.now()),
    spare: (calls) => takeSpareCalls({ ...posting, perHour: config.instanceCallsPerHour }, calls),
    wake: () => {
      breaker.trust()
      return tracker.wake()
    },
  }
}
