import { Refusal } from './refusal.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The `{connectionId}` of the path; what is no id cannot be a connection. */
export const connectionIdOf = (request: RestRequest): string => idOf(request, 'connectionId', 'connection_unknown')

/** The `{jobId}` of the path. */
export const jobIdOf = (request: RestRequest): string => idOf(request, 'jobId', 'not_found')

function idOf(request: RestRequest, name: string, missing: 'connection_unknown' | 'not_found'): string {
  const id = request.pathParams[name] ?? ''
  if (!UUID.test(id)) throw new Refusal(missing)
  return id
}
