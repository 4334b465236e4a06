import type { SYNC_COMPARISON } from '@accord/shared/contracts'

import { goOnComparing } from '../../sync/comparison/go-on-comparing.ts'
import { readComparison } from '../../sync/comparison/read-comparison.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import type { Handlers } from '../handlers.ts'

export const syncComparisonOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_COMPARISON> => ({
  readComparison: ({ params }) => readComparison(sync, params.connectionId),
  goOnComparing: ({ params, body }) => goOnComparing(sync, params.connectionId, body.actor),
})
