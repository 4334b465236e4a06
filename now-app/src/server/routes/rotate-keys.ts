import { changeAtNode } from '../connections/change-at-node.ts'
import { answer } from '../http/answer.ts'
import { connectionIdOf } from '../http/path-parameter.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const rotateKeys = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => changeAtNode('rotateKeys', connectionIdOf(request), requestId))
