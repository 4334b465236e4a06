import { Refusal } from './refusal.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The `{connectionId}` of the path; what is no id cannot be a connection. */
export function connectionIdOf(request: RestRequest): string {
  const id = request.pathParams['connectionId'] ?? ''
  if (!UUID.test(id)) throw new Refusal('connection_unknown')
  return id
}
