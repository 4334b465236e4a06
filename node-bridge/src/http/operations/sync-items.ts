import type { SYNC_ITEMS, SYNC_QUEUE } from '@accord/shared/contracts'

import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { connectList } from '../../sync/configuration/connect-list.ts'
import { connectRecords } from '../../sync/configuration/connect-records.ts'
import { retryItem, skipItem, syncItemNow, unlinkItem } from '../../sync/items/change-item.ts'
import { listItems } from '../../sync/items/list-items.ts'
import { listQueue } from '../../sync/items/list-queue.ts'
import { readItem } from '../../sync/items/read-item.ts'
import { readMessage } from '../../sync/items/read-message.ts'
import { listCandidates } from '../../sync/matching/list-candidates.ts'
import { editAndRetry, readHeldMessage } from '../../sync/quarantine/held-message.ts'
import { retryAll } from '../../sync/quarantine/retry-all.ts'
import type { Handlers } from '../handlers.ts'

export const syncItemOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_ITEMS & typeof SYNC_QUEUE> => ({
  readSyncQueue: ({ query }) => listQueue(sync, query),
  listSyncItems: ({ params, query }) => listItems(sync, params.connectionId, query),
  retrySyncItems: ({ params, body }) => retryAll(sync, params.connectionId, body),
  connectList: ({ params, body }) => connectList(sync, params.connectionId, body),
  listCandidates: ({ params, body }) => listCandidates(sync, params.connectionId, body),
  connectRecords: ({ params, body }) => connectRecords(sync, params.connectionId, body),
  readSyncItem: ({ params }) => readItem(sync, params.itemId),
  retrySyncItem: ({ params, body }) => retryItem(sync, params.itemId, body.actor),
  syncItemNow: ({ params, body }) => syncItemNow(sync, params.itemId, body.actor),
  readSyncMessage: ({ params }) => readMessage(sync, params),
  readHeldMessage: ({ params }) => readHeldMessage(sync, params.itemId),
  editSyncItem: ({ params, body }) => editAndRetry(sync, params.itemId, body),
  skipSyncItem: ({ params, body }) => skipItem(sync, params.itemId, body.actor),
  unlinkSyncItem: ({ params, body }) => unlinkItem(sync, params.itemId, body.actor),
})
