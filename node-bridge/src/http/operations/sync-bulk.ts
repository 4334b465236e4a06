import type { SYNC_BULK } from '@accord/shared/contracts'

import { beginBulk, changeBulk, checkBulk } from '../../sync/bulk/change-bulk.ts'
import { listBulks } from '../../sync/bulk/list-bulks.ts'
import type { SyncContext } from '../../sync/items/sync-context.ts'
import type { Handlers } from '../handlers.ts'

export const syncBulkOperations = (sync: SyncContext): Handlers<typeof SYNC_BULK> => ({
  listBulks: () => listBulks(sync),
  checkBulk: ({ body }) => checkBulk(sync, body),
  beginBulk: ({ body }) => beginBulk(sync, body),
  changeBulk: ({ params, body }) => changeBulk(sync, params.bulkId, body),
})
