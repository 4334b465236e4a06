import type { RULES_FILES } from '@accord/shared/contracts'

import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import { readScriptTypes } from '../../sync/configuration/script-types.ts'
import { recordScriptRun } from '../../sync/test-run/record-run.ts'
import type { Handlers } from '../handlers.ts'

export const rulesFilesOperations = (sync: ConfigurationContext): Handlers<typeof RULES_FILES> => ({
  readScriptTypes: () => readScriptTypes(sync),
  recordScriptRun: ({ params, body }) => recordScriptRun(sync, params.connectionId, body),
})
