import type { Request, RequestHandler, Response } from 'express'
import type { Caller, Sessions } from '../contracts.ts'

/**
 * The platform's own processors take a cookie with its token (as `X-UserToken` or `sysparm_ck`), basic or bearer credentials,
 * and an administrator.
 */
export const requireAdministrator =
  (sessions: Sessions): RequestHandler =>
  (request, response, next) => {
    const caller = callerOfProcessor(sessions, request)
    if (!caller?.roles.has('admin')) {
      response
        .status(401)
        .json({ error: { message: 'User Not Authenticated', detail: 'An administrator is needed' }, status: 'failure' })
      return
    }
    response.locals['caller'] = caller
    next()
  }

function callerOfProcessor(sessions: Sessions, request: Request): Caller | undefined {
  const identity = sessions.identify(request)
  if (identity.kind === 'caller') return identity.caller
  const session = sessions.findSession(request)
  const body: unknown = request.body
  const given = typeof body === 'object' && body !== null && 'sysparm_ck' in body ? body.sysparm_ck : undefined
  return session && given === session.token ? sessions.callerOf(session) : undefined
}

export const installingCaller = (response: Response): Caller => response.locals['caller'] as Caller
