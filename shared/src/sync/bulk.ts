import { QUEUE_FILTERS } from './words.js'

/** What is done with many pairs at once. `unlink` and `skip` cannot be undone. */
export const BULK_STEPS = ['retry', 'skip', 'unlink'] as const
export type BulkStep = (typeof BULK_STEPS)[number]

/** Which pairs are meant: those that the queue shows so, or `all` of one connection that have not ended. */
export const BULK_FILTERS = [...QUEUE_FILTERS, 'all'] as const
export type BulkFilter = (typeof BULK_FILTERS)[number]

/** `cancelled`: by a person; the pairs that it had not come to are as they were. */
export const BULK_STATES = ['running', 'paused', 'done', 'cancelled'] as const
export type BulkState = (typeof BULK_STATES)[number]
