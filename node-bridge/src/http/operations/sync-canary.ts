import type { SYNC_CANARY } from '@accord/shared/contracts'

import { beginCanary, endCanaryByHand, readCanary } from '../../sync/configuration/canary.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import type { Handlers } from '../handlers.ts'

export const syncCanaryOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_CANARY> => ({
  readCanary: ({ params }) => readCanary(sync, params.connectionId),
  beginCanary: ({ params, body }) => beginCanary(sync, params.connectionId, body),
  endCanary: ({ params, body }) => endCanaryByHand(sync, params.connectionId, body),
})
