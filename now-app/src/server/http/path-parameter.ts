import { Refusal } from './refusal.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Each `{name}` of the path; what is no id cannot be a connection, nor anything else. */
export function paramsOf(request: RestRequest, path: string): Readonly<Record<string, string>> {
  const params: Record<string, string> = {}
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    const id = request.pathParams[name] ?? ''
    if (!UUID.test(id)) throw new Refusal(name === 'connectionId' ? 'connection_unknown' : 'not_found')
    params[name] = id
  }
  return params
}
