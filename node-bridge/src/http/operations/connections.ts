import type { CONNECTIONS } from '@accord/shared/contracts'

import type { ConnectionContext } from '../../connections/connection-context.ts'
import { readDetail } from '../../connections/connection-snapshot.ts'
import { deleteConnection } from '../../connections/delete-connection.ts'
import { listConnections, listEndedConnections } from '../../connections/list-connections.ts'
import { activateConnection, deactivateConnection } from '../../connections/pause-connection.ts'
import type { Diagnose } from '../../diagnosis/diagnose-connection.ts'
import type { Handlers } from '../handlers.ts'

export const connectionOperations = (context: ConnectionContext, diagnose: Diagnose): Handlers<typeof CONNECTIONS> => ({
  listConnections: ({ query }) => listConnections(context, query),
  listEndedConnections: ({ query }) => listEndedConnections(context, query),
  readConnection: ({ params }) => readDetail(context.database.db, params.connectionId, context.identity.fingerprint),
  deactivateConnection: ({ params, body }) => deactivateConnection(context, params.connectionId, body.actor),
  activateConnection: ({ params, body }) => activateConnection(context, params.connectionId, body.actor),
  deleteConnection: ({ params, body }) => deleteConnection(context, params.connectionId, body.actor),
  diagnoseConnection: ({ params, body }) => diagnose(params.connectionId, body),
})
