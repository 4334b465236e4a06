import { gs } from '@servicenow/glide'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

/** The caller's request id when it is a plain one, a new one otherwise; the node logs the same id. */
export function requestIdOf(request: RestRequest): string {
  const given = request.getHeader('x-request-id')
  return given && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : gs.generateGUID()
}
