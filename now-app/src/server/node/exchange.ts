import { INSTANCE_HEADERS } from '@accord/shared/protocol'
import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import { Refusal } from '../http/refusal.ts'
import { httpTimeoutMs } from './http-timeout.ts'
import { instanceId, instanceName, instanceUrl } from './instance-address.ts'
import { traceparentOf } from './traceparent.ts'

export interface NodeRequest {
  readonly method: string
  readonly url: string
  readonly requestId: string
  readonly token?: string
  readonly body?: object
  /** What the property says when absent. */
  readonly timeoutMs?: number
}

export interface NodeAnswer {
  readonly status: number
  readonly text: string
}

/**
 * The outbound log keeps at most this many characters of a body, at whatever level it is asked to log: what a body holds
 * comes after as many blanks, which no reader of JSON minds.
 */
const LOGGED_CHARACTERS = 1000
const UNLOGGED = ' '.repeat(LOGGED_CHARACTERS)

/**
 * One HTTP exchange with the node. Throws `node_unreachable` when nothing came back. Redirects are not followed, so that
 * the token goes nowhere but to the paired node. The outbound log of the instance keeps method, address and sizes; who
 * raises its level for all messages (glide.outbound_http_log.override) finds the token among the headers there.
 */
export function exchange(request: NodeRequest): NodeAnswer {
  try {
    const response = messageTo(request).execute()
    const status = Number(response.getStatusCode())
    // The platform reports a connection that failed as status 0, or throws: both mean that nobody answered.
    if (status > 0) return { status, text: response.getBody() || '' }
  } catch {
    // The platform's text may quote the request's headers: it stays out of the answer and the log.
  }
  throw new Refusal('node_unreachable')
}

/** A call to the node that is not made yet. */
export function messageTo(request: NodeRequest): RESTMessageV2 {
  const message = new RESTMessageV2()
  // Otherwise the platform takes every ${…} for a variable, and what somebody wrote so in a description is gone.
  message.disableForcedVariableSubstitution()
  message.setLogLevel('basic')
  refuseRedirects(message)
  message.setEndpoint(request.url)
  message.setHttpMethod(request.method)
  message.setHttpTimeout(request.timeoutMs ?? httpTimeoutMs())
  message.setRequestHeader('Accept', 'application/json')
  message.setRequestHeader('X-Request-Id', request.requestId)
  const traceparent = traceparentOf(request.requestId)
  if (traceparent) message.setRequestHeader('traceparent', traceparent)
  if (request.token) {
    message.setRequestHeader('Authorization', `Bearer ${request.token}`)
    message.setRequestHeader(INSTANCE_HEADERS.url, instanceUrl())
    if (instanceId()) message.setRequestHeader(INSTANCE_HEADERS.id, instanceId())
    message.setRequestHeader(INSTANCE_HEADERS.name, encodeURIComponent(instanceName()))
  }
  if (request.body) {
    message.setRequestHeader('Content-Type', 'application/json')
    message.setRequestBody(UNLOGGED + JSON.stringify(request.body))
  }
  return message
}

/** The documents name one method, since Yokohama; the SDK's types another, which no document names. Whatever is there. */
function refuseRedirects(message: RESTMessageV2): void {
  if (typeof message.setFollowRedirect === 'function') message.setFollowRedirect(false)
  if (typeof message.setAllowedRedirectURIs === 'function') message.setAllowedRedirectURIs([])
}
