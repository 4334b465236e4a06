import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { mirrorList } from '../mirror/mirror-list.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** Asks the node, which is the source of truth, and heals the mirror on the way. */
export const listConnections = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const list = callNode<{ connections: ConnectionSnapshot[] }>('listConnections', { requestId })
    mirrorList(list.connections)
    return list
  })
