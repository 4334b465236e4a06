import type { Contracts } from './contract.js'

/** The pairs of all connections at once, for whoever looks after them. */
export const SYNC_QUEUE = {
  readSyncQueue: {
    summary: 'Pairs of every connection that are under way or wait, the causes with their counts, or pairs by key',
    method: 'GET',
    path: '/instance/v1/sync/queue',
    audience: 'instance',
    role: 'auditor',
    query: {
      schema: 'SyncQueueQuery',
      names: ['limit', 'after', 'filter', 'connectionId', 'table', 'cause', 'key', 'unmovedMinutes'],
    },
    answer: 'SyncQueue',
  },
} as const satisfies Contracts
