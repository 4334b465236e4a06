import type { Contracts } from './contract.js'

const STEP = { body: 'ActorRequest', actor: true, answer: 'SyncItemDetail' } as const

/** A message, each letter of which may take a few bytes more in JSON. */
const MESSAGE_BYTES = 400_000

/** A list of keys, each letter of which may take a few bytes. */
const LIST_BYTES = 400_000

/** What the page of a record asks of the node: the items of its pairs, and a look at one. */
export const CALLS_OF_A_RECORD = { queue: 'readSyncQueue', syncNow: 'syncItemNow' } as const

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
    summary: 'Try every pair of a connection again that waits for a person here, or all that wait with one cause',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/items/retry',
    audience: 'instance',
    role: 'maintainer',
    body: 'RetryItemsRequest',
    actor: true,
    answer: 'RetriedItems',
    refusals: ['connection_unknown'],
  },
  connectList: {
    summary: 'Make pairs of a list of keys, or say what would become of each line',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/items/connect-list',
    audience: 'instance',
    role: 'maintainer',
    body: 'ConnectListRequest',
    bytes: LIST_BYTES,
    actor: true,
    answer: 'ConnectedList',
    refusals: ['connection_unknown', 'state_conflict'],
  },
  connectRecords: {
    summary: 'Make a pair of a record here and one of the other side, which decides whether it takes that',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/items/connect',
    audience: 'instance',
    role: 'maintainer',
    body: 'ConnectRecordsRequest',
    actor: true,
    answer: 'SyncItemDetail',
    refusals: [
      'connection_unknown',
      'state_conflict',
      'record_gone',
      'lookup_ambiguous',
      'access_missing',
      'link_refused',
    ],
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
  syncItemNow: {
    summary: 'Look at the record of a pair at once: what has changed is sent, what waits here is tried again',
    method: 'POST',
    path: '/instance/v1/sync-items/{itemId}/sync-now',
    audience: 'instance',
    role: 'maintainer',
    ...STEP,
    refusals: ['sync_pair_unknown', 'state_conflict'],
  },
  readSyncMessage: {
    summary: 'What a message of a pair said, and what was planned for it, as long as this node has it',
    method: 'GET',
    path: '/instance/v1/sync-items/{itemId}/messages/{mid}',
    audience: 'instance',
    role: 'maintainer',
    bytes: MESSAGE_BYTES,
    answer: 'MessageContent',
    refusals: ['sync_pair_unknown', 'state_conflict'],
  },
  readHeldMessage: {
    summary: 'The fields of the message that waits here in quarantine, to be edited',
    method: 'GET',
    path: '/instance/v1/sync-items/{itemId}/message',
    audience: 'instance',
    role: 'maintainer',
    bytes: MESSAGE_BYTES,
    answer: 'HeldMessage',
    refusals: ['sync_pair_unknown', 'state_conflict'],
  },
  editSyncItem: {
    summary: 'Say what the fields of the message that waits here shall be, and run the rules on that',
    method: 'POST',
    path: '/instance/v1/sync-items/{itemId}/edit',
    audience: 'instance',
    role: 'maintainer',
    bytes: MESSAGE_BYTES,
    body: 'EditItemRequest',
    actor: true,
    answer: 'SyncItemDetail',
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
