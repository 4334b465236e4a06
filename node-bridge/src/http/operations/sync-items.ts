import type { SYNC_ITEMS } from '@accord/shared/contracts'

import type { SyncContext } from '../../sync/items/sync-context.ts'
import { retryItem, retryItems, skipItem, unlinkItem } from '../../sync/items/change-item.ts'
import { listItems } from '../../sync/items/list-items.ts'
import { readItem } from '../../sync/items/read-item.ts'
import type { Handlers } from '../handlers.ts'

export const syncItemOperations = (sync: SyncContext): Handlers<typeof SYNC_ITEMS> => ({
  listSyncItems: ({ params, query }) => listItems(sync, params.connectionId, query),
  retrySyncItems: async ({ params, body }) => ({ count: await retryItems(sync, params.connectionId, body.actor) }),
  readSyncItem: ({ params }) => readItem(sync, params.itemId),
  retrySyncItem: ({ params, body }) => retryItem(sync, params.itemId, body.actor),
  skipSyncItem: ({ params, body }) => skipItem(sync, params.itemId, body.actor),
  unlinkSyncItem: ({ params, body }) => unlinkItem(sync, params.itemId, body.actor),
})
