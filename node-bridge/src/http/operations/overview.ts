import type { OVERVIEW } from '@accord/shared/contracts'

import type { ConnectionContext } from '../../connections/connection-context.ts'
import { readOverview } from '../../overview/read-overview.ts'
import type { Handlers } from '../handlers.ts'

export const overviewOperations = (context: ConnectionContext): Handlers<typeof OVERVIEW> => ({
  readOverview: () => readOverview(context),
})
