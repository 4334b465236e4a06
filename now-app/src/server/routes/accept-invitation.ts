import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import { mirrorConnection } from '../mirror/mirror-connection.ts'
import type { ConnectionDetail } from '../mirror/mirror-connection.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { unlessRefused } from '../mirror/require-written.ts'

/** The pasted code goes to the node and is kept nowhere. */
export const acceptInvitation = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const body = { ...readObject(request), actor: actorName() }
    const detail = callNode<ConnectionDetail>('acceptInvitation', { requestId, body })
    unlessRefused(() => mirrorConnection(detail))
    return detail
  })
