import type { SYNC_CONFIGURATION } from '@accord/shared/contracts'

import { compileBoth, faultsOf } from '../../sync/configuration/check-scripts.ts'
import { checkTrigger } from '../../sync/configuration/check-trigger.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { publishSync } from '../../sync/configuration/publish-sync.ts'
import { readConfiguration } from '../../sync/configuration/read-configuration.ts'
import type { Handlers } from '../handlers.ts'

export const syncConfigurationOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_CONFIGURATION> => ({
  readSyncConfiguration: ({ params }) => readConfiguration(sync, params.connectionId),
  checkScripts: async ({ params, body }) => ({ faults: faultsOf(await compileBoth(sync, params.connectionId, body)) }),
  checkTrigger: ({ body }) => checkTrigger(sync, body),
  publishSync: ({ params, body }) => publishSync(sync, params.connectionId, body),
})
