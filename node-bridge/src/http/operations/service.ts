import type { SERVICE } from '@accord/shared/contracts'

import type { Health } from '../../observability/health.ts'
import type { Metrics } from '../../observability/metrics.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { NodeDetails } from '../../instance/node-details.ts'
import type { Handlers } from '../handlers.ts'
import { createOpenApi } from '../openapi.ts'

interface Parts {
  readonly node: NodeDetails
  readonly metrics: Metrics
  readonly health: Health
  readonly context: Pick<ConnectionContext, 'publicUrl'>
}

export function serviceOperations({ node, metrics, health, context }: Parts): Handlers<typeof SERVICE> {
  const openApi = createOpenApi(context.publicUrl)
  return {
    discover: () => node.discoveryDocument(),
    readStatus: () => node.status(),
    checkPrerequisites: () => node.checkPrerequisites(),
    readMetrics: () => metrics.render(),
    // The process runs and answers; whether it can work is the readiness.
    readHealth: async () => ({ status: 'ok' }),
    readReadiness: () => health.ready(),
    readOpenApi: async () => openApi,
  }
}
