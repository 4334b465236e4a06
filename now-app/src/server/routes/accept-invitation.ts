import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import { mirrorNews } from '../mirror/mirror-news.ts'
import type { ConnectionNews } from '../mirror/mirror-news.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { unlessRefused } from '../mirror/require-written.ts'

/** The pasted code goes to the node and is kept nowhere. */
export const acceptInvitation = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const body = { ...readObject(request), actor: actorName() }
    const detail = callNode<ConnectionNews>('acceptInvitation', { requestId, body })
    unlessRefused(() => mirrorNews(detail))
    return detail
  })
