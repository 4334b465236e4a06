import type { Contracts } from './contract.js'

const STEP = { body: 'ActorRequest', actor: true, answer: 'SyncItemDetail' } as const

/** Sync pairs for people: where each stands, what happened to it, and what a person does with one that waits. */
export const SYNC_ITEMS = {
  listSyncItems: {
    summary: 'The sync pairs of a connection in pages, those that changed last first',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync/items',
    audience: 'instance',
    role: 'auditor',
    query: { schema: 'SyncItemQuery', names: ['limit', 'after', 'filter'] },
    answer: 'SyncItemList',
    refusals: ['connection_unknown'],
  },
  retrySyncItems: {
    summary: 'Try every pair of a connection again that waits for a person here',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/items/retry',
    audience: 'instance',
    role: 'maintainer',
    body: 'ActorRequest',
    actor: true,
    answer: 'RetriedItems',
    refusals: ['connection_unknown'],
  },
  readSyncItem: {
    summary: 'One sync pair with its history, step by step',
    method: 'GET',
    path: '/instance/v1/sync-items/{itemId}',
    audience: 'instance',
    role: 'auditor',
    answer: 'SyncItemDetail',
    refusals: ['sync_pair_unknown'],
  },
  retrySyncItem: {
    summary: 'Try a pair again that waits for a person here',
    method: 'POST',
    path: '/instance/v1/sync-items/{itemId}/retry',
    audience: 'instance',
    role: 'maintainer',
    ...STEP,
    refusals: ['sync_pair_unknown', 'state_conflict'],
  },
  skipSyncItem: {
    summary: 'Pass over the message of the other side that waits here; the next change is taken again',
    method: 'POST',
    path: '/instance/v1/sync-items/{itemId}/skip',
    audience: 'instance',
    role: 'maintainer',
    ...STEP,
    refusals: ['sync_pair_unknown', 'state_conflict'],
  },
  unlinkSyncItem: {
    summary: 'End a pair for ever; both records stay as they are',
    method: 'POST',
    path: '/instance/v1/sync-items/{itemId}/unlink',
    audience: 'instance',
    role: 'maintainer',
    ...STEP,
    refusals: ['sync_pair_unknown', 'state_conflict'],
  },
} as const satisfies Contracts
