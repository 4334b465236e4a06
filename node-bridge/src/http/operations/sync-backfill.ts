import type { SYNC_BACKFILL } from '@accord/shared/contracts'

import { beginBackfill, changeBackfill } from '../../sync/backfill/begin-backfill.ts'
import { countBackfill } from '../../sync/backfill/count-backfill.ts'
import { readBackfill } from '../../sync/backfill/read-backfill.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import type { Handlers } from '../handlers.ts'

export const syncBackfillOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_BACKFILL> => ({
  readBackfill: ({ params }) => readBackfill(sync, params.connectionId),
  countBackfill: ({ params }) => countBackfill(sync, params.connectionId),
  beginBackfill: ({ params, body }) => beginBackfill(sync, params.connectionId, body),
  changeBackfill: ({ params, body }) => changeBackfill(sync, params.connectionId, body),
})
