import type { ResolvedDestination } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** Only asks: nothing is stored on either side. */
export const resolveDestination = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<ResolvedDestination>('resolveDestination', { requestId, body: readObject(request) }),
  )
