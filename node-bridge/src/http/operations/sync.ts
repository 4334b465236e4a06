import type { SYNC } from '@accord/shared/contracts'

import { receiveExchange } from '../../sync/exchange/receive-exchange.ts'
import type { SyncContext } from '../../sync/items/sync-context.ts'
import type { Handlers } from '../handlers.ts'

export const syncOperations = (sync: SyncContext): Handlers<typeof SYNC> => ({
  exchange: ({ params, body }) => receiveExchange(sync, params.connectionId, body),
})
