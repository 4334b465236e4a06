/**
 * What the node calls on its instance for sync, below the base path of the application. Each call is signed as a callback is
 * (PROTOCOL.md §8), and its body holds a `nonce` that the instance takes once.
 */
export const INSTANCE_SYNC_API = {
  /** The active triggers, all of them: what is not named is watched no longer. */
  watch: '/sync/watch',
  /** Is this a condition that a trigger may have, and how many records match it now? Nothing is watched by that. */
  check: '/sync/check',
  /** What may have changed, and what became of the write plans. */
  pull: '/sync/pull',
  /** Which records have which version. */
  scan: '/sync/scan',
  /** Whole records, as far as sync access allows. */
  read: '/sync/read',
  /** Looks records up by exact values, for rules. */
  find: '/sync/find',
  /** What sync access opens: tables, fields with their choices, journals. */
  describe: '/sync/describe',
  /** Which records are paired with which, for people, and so that their changes are noticed whatever triggers say. */
  pairs: '/sync/pairs',
  /** Takes write plans; they are applied in the background as the sync user. */
  apply: '/sync/apply',
  /** Has the instance send the contents of a file to its node. */
  send: '/sync/send',
  /** Something needs a person: the instance queues an event, to which its own notifications and flows answer. */
  notify: '/sync/notify',
} as const

/** Numbers of these calls. Sizes in units of UTF-16, durations in milliseconds. */
export const INSTANCE_SYNC_LIMITS = {
  /** Of the body of one call. */
  bodyChars: 4_194_304,
  /** So long a nonce is remembered: for as long as its signature may be taken, and a little more. */
  nonceMs: 660_000,
  watches: 200,
  queryChars: 4000,
  records: 20,
  finds: 50,
  /** Names of records that match a condition. */
  newest: 20,
  pairs: 100,
  plans: 20,
  /** Entries of journals in one record of an answer; there may be more, and the answer says so. */
  entries: 200,
  notices: 200,
  /** Events in one call. */
  notified: 50,
  /** Finished plans in one answer of a pull, each with its record. */
  finished: 20,
  /** Ids that may be forgotten, in one pull. */
  forget: 500,
  scanned: 500,
  /** So long a plan that began counts as running; then another run takes it up. */
  runMs: 60_000,
  /** So long a notice waits for a node that is away; the scan finds what is older. */
  noticeMs: 7 * 86_400_000,
} as const
