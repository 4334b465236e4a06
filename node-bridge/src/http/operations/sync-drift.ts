import type { SYNC_DRIFT } from '@accord/shared/contracts'

import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { beginDriftCheck, beginSettling } from '../../sync/drift/begin-drift-check.ts'
import { readDrift } from '../../sync/drift/read-drift.ts'
import type { Handlers } from '../handlers.ts'

export const syncDriftOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_DRIFT> => ({
  readDrift: ({ params }) => readDrift(sync, params.connectionId),
  checkDrift: ({ params, body }) => beginDriftCheck(sync, params.connectionId, body.actor),
  settleDrift: ({ params, body }) => beginSettling(sync, params.connectionId, body.actor),
})
