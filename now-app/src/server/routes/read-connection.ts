import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { connectionIdOf } from '../http/path-parameter.ts'
import { mirrorConnection } from '../mirror/mirror-connection.ts'
import type { ConnectionDetail } from '../mirror/mirror-connection.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { unlessRefused } from '../mirror/require-written.ts'

/** Asks the node, which is the source of truth, and heals the mirror on the way. */
export const readConnection = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const params = { connectionId: connectionIdOf(request) }
    const detail = callNode<ConnectionDetail>('readConnection', { requestId, params })
    unlessRefused(() => mirrorConnection(detail))
    return detail
  })
