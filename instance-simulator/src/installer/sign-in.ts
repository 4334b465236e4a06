import type { Request, Response } from 'express'
import type { SessionRegistry } from '../access/session-registry.ts'
import { firstOf } from '../rest/table/request-options.ts'

const loginTypes = new Set(['view_form.login', 'login'])

/** `POST /angular.do`: the login of scripts and of the Now SDK. Anything else that Angular would do is not here. */
export function answerAngular(
  sessions: SessionRegistry,
  notSimulated: (what: string) => never,
  request: Request,
  response: Response,
): void {
  const type = firstOf(request.query['sysparm_type']) ?? ''
  if (loginTypes.has(type)) return signIn(sessions, request, response)
  if (type === 'get_user') return answerGetUser(sessions, request, response)
  notSimulated(`/angular.do?sysparm_type=${type}`)
}

/** A wrong password is a 200 with `status: error`, as clients of the real page know it. */
function signIn(sessions: SessionRegistry, request: Request, response: Response): void {
  const { user_name: userName, user_password: password } = (request.body ?? {}) as Record<string, unknown>
  const session = sessions.login(String(userName ?? ''), String(password ?? ''))
  if (!session) {
    response.json({ status: 'error', message: 'User name or password invalid' })
    return
  }
  sessions.attach(response, session)
  response.json({ status: 'success', message: '' })
}

/**
 * With a cookie but without the token: 401 that carries the token, which is how script clients get hold of it. With a bearer
 * token: the user, and a session to go on with.
 */
function answerGetUser(sessions: SessionRegistry, request: Request, response: Response): void {
  const identity = sessions.identify(request)
  if (identity.kind === 'caller') {
    const session = identity.session ?? sessions.startSessionOf(identity.caller.userSysId)
    if (!identity.session) sessions.attach(response, session)
    response.json({ user_name: identity.caller.userName, user_sys_id: identity.caller.userSysId })
    return
  }
  const session = sessions.findSession(request)
  if (session) response.setHeader('X-UserToken-Response', session.token)
  response.status(401).json({
    error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
    status: 'failure',
  })
}
