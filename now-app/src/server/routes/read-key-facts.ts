import type { KeyFacts } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { connectionIdOf } from '../http/path-parameter.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const readKeyFacts = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<KeyFacts>('readKeyFacts', { requestId, params: { connectionId: connectionIdOf(request) } }),
  )
