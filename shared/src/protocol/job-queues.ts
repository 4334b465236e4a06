/** The node's background work by kind, as lists of stuck jobs, metrics and texts name it. */
export const JOB_QUEUES = [
  'handshake',
  'expiry',
  'contact',
  'collect',
  'keys',
  'terminate',
  'backfill',
  'callback',
  'sync',
  'files',
  'notices',
] as const
export type JobQueue = (typeof JOB_QUEUES)[number]
