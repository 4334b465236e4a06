import type { ConnectionList } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { queryOf } from '../http/query.ts'
import { mirrorList } from '../mirror/mirror-list.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** What may be asked of a list; the node judges the values. */
const PARAMETERS = ['limit', 'after', 'search', 'group', 'sort', 'order', 'counts']

/** Asks the node, which is the source of truth, for a page and heals its mirrors on the way. */
export const listConnections = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const list = callNode<ConnectionList>('listConnections', { requestId, query: queryOf(request, PARAMETERS) })
    mirrorList(list.connections)
    return list
  })
