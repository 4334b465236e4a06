import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { jobIdOf } from '../http/path-parameter.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const rerunJob = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const params = { jobId: jobIdOf(request) }
    return callNode<{ id: string }>('rerunJob', { requestId, params, body: { actor: actorName() } })
  })
