import type { RequestHandler, Response } from 'express'
import type { Caller, Sessions } from '../contracts.ts'
import { RestError } from './rest-error.ts'

/** Lets only an authenticated caller through and remembers who it is. */
export const requireCaller =
  (sessions: Sessions): RequestHandler =>
  (request, response, next) => {
    const identity = sessions.identify(request)
    if (identity.kind !== 'caller') throw new RestError('notAuthenticated')
    response.locals['caller'] = identity.caller
    if (identity.session) response.setHeader('X-Is-Logged-In', 'true')
    next()
  }

export const callerOf = (response: Response): Caller => response.locals['caller'] as Caller
