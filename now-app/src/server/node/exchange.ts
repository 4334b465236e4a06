import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import { Refusal } from '../http/refusal.ts'
import { httpTimeoutMs } from './http-timeout.ts'
import { traceparentOf } from './traceparent.ts'

export interface NodeRequest {
  readonly method: string
  readonly url: string
  readonly requestId: string
  readonly token?: string
  readonly body?: object
}

export interface NodeAnswer {
  readonly status: number
  readonly text: string
}

/**
 * One HTTP exchange with the node. Throws `node_unreachable` when nothing came back. Redirects are not followed, so that
 * the token goes nowhere but to the paired node; neither token nor body is ever written to a log.
 */
export function exchange(request: NodeRequest): NodeAnswer {
  const message = new RESTMessageV2()
  message.setEndpoint(request.url)
  message.setHttpMethod(request.method)
  message.setHttpTimeout(httpTimeoutMs())
  message.setFollowRedirect(false)
  message.setRequestHeader('Accept', 'application/json')
  message.setRequestHeader('X-Request-Id', request.requestId)
  const traceparent = traceparentOf(request.requestId)
  if (traceparent) message.setRequestHeader('traceparent', traceparent)
  if (request.token) message.setRequestHeader('Authorization', `Bearer ${request.token}`)
  if (request.body) {
    message.setRequestHeader('Content-Type', 'application/json')
    message.setRequestBody(JSON.stringify(request.body))
  }
  return send(message)
}

function send(message: RESTMessageV2): NodeAnswer {
  try {
    const response = message.execute()
    const status = Number(response.getStatusCode())
    // The platform reports a connection that failed as status 0, or throws: both mean that nobody answered.
    if (status > 0) return { status, text: response.getBody() || '' }
  } catch {
    // The platform's text may quote the request's headers: it stays out of the answer and the log.
  }
  throw new Refusal('node_unreachable')
}
