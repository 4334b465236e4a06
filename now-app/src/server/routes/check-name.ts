import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

interface NameCheck {
  readonly free: boolean
  readonly suggestion: string | null
}

export const checkName = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<NameCheck>('checkConnectionName', { requestId, body: readObject(request) }),
  )
