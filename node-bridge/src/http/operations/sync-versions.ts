import type { SYNC_VERSIONS } from '@accord/shared/contracts'

import { upgradeToScript } from '../../sync/configuration/upgrade-to-script.ts'
import { readDictionaryWarnings } from '../../sync/configuration/check-dictionary.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { listRulesVersions, readRulesVersion } from '../../sync/configuration/rules-versions.ts'
import type { Handlers } from '../handlers.ts'

export const syncVersionOperations = (sync: ConfigurationContext): Handlers<typeof SYNC_VERSIONS> => ({
  listRulesVersions: ({ params }) => listRulesVersions(sync, params.connectionId),
  readRulesVersion: ({ params, body }) => readRulesVersion(sync, params.connectionId, body),
  upgradeToScript: ({ params, body }) => upgradeToScript(sync, params.connectionId, body),
  readDictionaryWarnings: ({ params }) => readDictionaryWarnings(sync, params.connectionId),
})
