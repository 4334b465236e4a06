import type { Config } from '../config/config.ts'
import { createPostToInstance, type InstancePosting } from '../instance/post-to-instance.ts'
import type { NodeIdentity } from '../identity/node-identity.ts'
import type { Logger } from 'pino'
import { createInstanceTracker } from '../trackers/servicenow/servicenow-tracker.ts'
import type { Tracker } from '../trackers/tracker.ts'

interface TrackerParts extends InstancePosting {
  readonly config: Pick<Config, 'syncPullSeconds'>
  readonly identity: NodeIdentity
  readonly log: Logger
}

/** The paired instance holds the records. While none is paired nobody is asked, and what waits keeps waiting. */
export const createTracker = ({ config, identity, log, ...posting }: TrackerParts): Tracker =>
  createInstanceTracker({
    post: createPostToInstance(posting),
    instanceUid: identity.instanceUid,
    now: posting.now,
    log,
    paces: { idleMs: config.syncPullSeconds * 1000 },
  })
