import type { RequestHandler, Response } from 'express'
import { detailsOfRequest } from '../access/quota-rule.ts'
import type { SessionRegistry } from '../access/session-registry.ts'
import type { Caller, Quotas } from '../contracts.ts'
import { RestError } from './rest-error.ts'

/** Lets only an authenticated caller through and remembers who it is. */
export const requireCaller =
  (sessions: SessionRegistry, quotas: Quotas): RequestHandler =>
  (request, response, next) => {
    const identity = sessions.identify(request)
    if (identity.kind !== 'caller') throw new RestError('notAuthenticated')
    response.locals['caller'] = quotas.begin(identity.caller, detailsOfRequest(request.originalUrl))
    sessions.adoptGuestSession(request, response, identity.caller)
    next()
  }

export const callerOf = (response: Response): Caller => response.locals['caller'] as Caller
