import type { Request } from 'express'
import { detailsOfRequest } from '../access/quota-rule.ts'
import type { Caller, SimulatorParts } from '../contracts.ts'
import { isOn } from '../engine/metadata.ts'
import { RestError } from '../rest/rest-error.ts'
import type { ScriptedRoute } from './route-table.ts'

const listOf = (text: string | undefined) => (text ?? '').split(',').filter((part) => part !== '')

/** `requires_authentication` off lets nobody in particular in; credentials that are sent must be right all the same. */
function identify({ sessions }: SimulatorParts, request: Request, required: boolean): Caller {
  const identity = sessions.identify(request)
  if (identity.kind === 'caller') return identity.caller
  if (required || request.headers.authorization !== undefined) throw new RestError('notAuthenticated')
  return identity.kind === 'anonymous' ? identity.caller : sessions.guest
}

/** Authentication, internal role, then the route's ACLs (its own, else the API's). Throws 401 or 403. */
export async function admitCaller(parts: SimulatorParts, request: Request, route: ScriptedRoute): Promise<Caller> {
  const { operation, definition } = route
  const required = isOn(operation['requires_authentication'])
  const caller = parts.quotas.begin(identify(parts, request, required), detailsOfRequest(request.originalUrl))
  const external = caller.roles.has('snc_external')
  if (required && isOn(operation['requires_snc_internal_role']) && external) {
    throw new RestError('notAuthorized', { detail: 'The resource requires the role snc_internal' })
  }
  if (!isOn(operation['requires_acl_authorization'])) return caller
  const own = listOf(operation['enforce_acl'])
  const { allowed } = await parts.access.decideListed(own.length > 0 ? own : listOf(definition['enforce_acl']), caller)
  if (!allowed) throw new RestError('notAuthorized')
  return caller
}
