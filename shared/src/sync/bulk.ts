/** What is done with many pairs at once. `unlink` and `skip` cannot be undone. */
export const BULK_STEPS = ['retry', 'skip', 'unlink'] as const
export type BulkStep = (typeof BULK_STEPS)[number]

/** `cancelled`: by a person; the pairs that it had not come to are as they were. */
export const BULK_STATES = ['running', 'paused', 'done', 'cancelled'] as const
export type BulkState = (typeof BULK_STATES)[number]
