import type { SYNC_CONFIGURATION } from '@accord/shared/contracts'

import { checkTrigger } from '../../sync/configuration/check-trigger.ts'
import { readConditionFields } from '../../sync/configuration/condition-fields.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { findFaults } from '../../sync/configuration/find-faults.ts'
import { publishSync } from '../../sync/configuration/publish-sync.ts'
import { readConfiguration } from '../../sync/configuration/read-configuration.ts'
import { completeScript, describeScriptPlace } from '../../sync/configuration/read-draft.ts'
import { saveSyncDraft } from '../../sync/configuration/save-draft.ts'
import { listReceivedMessages } from '../../sync/test-run/received-messages.ts'
import { shadowScripts } from '../../sync/test-run/shadow-scripts.ts'
import { testScripts } from '../../sync/test-run/test-scripts.ts'
import type { Handlers } from '../handlers.ts'

export const syncConfigurationOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_CONFIGURATION> => ({
  readSyncConfiguration: ({ params, query }) => readConfiguration(sync, params.connectionId, query.template),
  checkScripts: ({ params, body }) => findFaults(sync, params.connectionId, body),
  completeScript: ({ params, body }) => completeScript(sync, params.connectionId, body),
  describeScriptPlace: ({ params, body }) => describeScriptPlace(sync, params.connectionId, body),
  checkTrigger: ({ body }) => checkTrigger(sync, body),
  readConditionFields: ({ params, query }) => readConditionFields(sync, params.connectionId, query),
  testScripts: ({ params, body }) => testScripts(sync, params.connectionId, body),
  listReceivedMessages: ({ params }) => listReceivedMessages(sync, params.connectionId),
  shadowScripts: ({ params, body }) => shadowScripts(sync, params.connectionId, body),
  saveSyncDraft: ({ params, body }) => saveSyncDraft(sync, params.connectionId, body),
  publishSync: ({ params, body }) => publishSync(sync, params.connectionId, body),
})
