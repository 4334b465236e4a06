/**
 * The user as whom the shipped jobs write. Its id is fixed, so that the jobs name it and no record of the package is ever changed on an
 * instance; Set-up makes it, by the hand of an administrator.
 */
export const SYNC_USER = { sysId: 'acc04d5e5e5c4b6f9d2a7c1f0b8e6a34', userName: 'accord.sync' } as const

/** The shipped jobs that apply plans beside each other, by partition; all plans of one record are applied by the same, but for files, which are last. */
export const PARTITION_JOBS = {
  first: 'Accord: apply write plans (1 of 4)',
  second: 'Accord: apply write plans (2 of 4)',
  third: 'Accord: apply write plans (3 of 4)',
  fourth: 'Accord: apply write plans (4 of 4)',
  files: 'Accord: attach files',
} as const

/** The shipped job that tells what the sync user may do. */
export const CHECK_JOB = 'Accord: check the rights of the sync user'

/** The shipped job that tells the node that there is something to pull. */
export const WAKE_JOB = 'Accord: wake the node'
