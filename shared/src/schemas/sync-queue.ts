import { z } from 'zod'
import { QUEUE_FILTERS, SYNC_LIMITS } from '../sync/index.js'
import { Id } from './primitives.js'
import { SyncItem } from './sync-item.js'

/**
 * `key`: what people call a record of either side, whole; pairs in any status are found by it. `cause`: the code that a pair waits
 * with here. `unmovedMinutes`: only those to which nothing has happened for so long.
 */
export const SyncQueueQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  after: z.string().max(200).optional(),
  filter: z.enum(QUEUE_FILTERS).default('open'),
  connectionId: Id.optional(),
  table: z.string().min(1).max(80).optional(),
  cause: z.string().min(1).max(60).optional(),
  key: z.string().min(1).max(SYNC_LIMITS.keyChars).optional(),
  unmovedMinutes: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
export type SyncQueueQuery = z.infer<typeof SyncQueueQuery>

/** A connection that the answer speaks of. `remote`: the short name of the other side. */
const QueueConnection = z.object({ id: Id, name: z.string(), remote: z.string() })
export type QueueConnection = z.infer<typeof QueueConnection>

/**
 * Those that moved last first. `causes`: why pairs wait for a person here, whatever the page is narrowed to, the most frequent first.
 * `connections`: all that have pairs, up to a hundred, and each that the rest names.
 */
export const SyncQueue = z.object({
  items: z.array(SyncItem),
  next: z.string().nullable(),
  causes: z.array(z.object({ connectionId: Id, code: z.string(), count: z.int().min(1) })),
  connections: z.array(QueueConnection),
  tables: z.array(z.string()),
})
export type SyncQueue = z.infer<typeof SyncQueue>
