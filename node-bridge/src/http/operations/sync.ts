import type { SYNC } from '@accord/shared/contracts'

import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { wakeWatcher } from '../../sync/configuration/wake-watcher.ts'
import { tellHashes } from '../../sync/drift/tell-hashes.ts'
import { receiveExchange } from '../../sync/exchange/receive-exchange.ts'
import { tellCandidates } from '../../sync/matching/tell-candidates.ts'
import type { Handlers } from '../handlers.ts'

export const syncOperations = (sync: ConfigurationContext): Handlers<typeof SYNC> => ({
  exchange: ({ params, body }) => receiveExchange(sync, params.connectionId, body),
  tellHashes: ({ params, body }) => tellHashes(sync, params.connectionId, body),
  tellCandidates: ({ params, body }) => tellCandidates(sync, params.connectionId, body),
  wakeNode: async () => {
    await wakeWatcher(sync)
    return { woken: true }
  },
})
