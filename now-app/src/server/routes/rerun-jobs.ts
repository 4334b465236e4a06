import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const rerunJobs = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const body = { queue: readObject(request)['queue'], actor: actorName() }
    return callNode<{ count: number }>('rerunJobs', { requestId, body })
  })
