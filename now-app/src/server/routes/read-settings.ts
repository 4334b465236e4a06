import type { NodeSettings } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const readSettings = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => callNode<NodeSettings>('readSettings', { requestId }))
