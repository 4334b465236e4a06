import { createProblem } from '@accord/shared/protocol'
import { gs } from '@servicenow/glide'
import { Refusal } from './refusal.ts'
import { requestIdOf } from './request-id.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** What a route may need to know about its call. */
export interface Call {
  readonly requestId: string
}

/**
 * Every route ends here: the work's value becomes `{"result": …}`, a refusal becomes a problem document with its own
 * HTTP status, and anything unforeseen becomes `internal` with its cause in the system log, not in the answer.
 */
export function answer(request: RestRequest, response: RestResponse, work: (call: Call) => object): void {
  const requestId = requestIdOf(request)
  response.setHeader('X-Request-Id', requestId)
  response.setHeader('Cache-Control', 'no-store')
  try {
    response.setBody(work({ requestId }))
  } catch (thrown) {
    const refusal = thrown instanceof Refusal ? thrown : unforeseen(thrown, requestId)
    const problem = createProblem(refusal, requestId)
    response.setStatus(problem.status)
    response.setBody(problem)
  }
}

function unforeseen(thrown: unknown, requestId: string): Refusal {
  gs.error(`Accord: request ${requestId} broke: ${String(thrown)}`)
  return new Refusal('internal', 'The system log of this instance names the cause under the request id.')
}
