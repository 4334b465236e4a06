import type { Request, Response } from 'express'
import type { SessionRegistry } from '../access/session-registry.ts'
import { RestError } from '../rest/rest-error.ts'
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
 * With a person's cookie but without the token: 401 that carries the token, which is how script clients get hold of it. With no
 * session at all: the guest, and a session that a bearer token may later take over.
 */
function answerGetUser(sessions: SessionRegistry, request: Request, response: Response): void {
  const identity = sessions.identify(request)
  const session = sessions.findSession(request)
  if (identity.kind === 'refused') {
    if (session) response.setHeader('X-UserToken-Response', session.token)
    response.status(401).json(new RestError('notAuthenticated').body())
    return
  }
  if (!session) {
    const isPerson = identity.kind === 'caller'
    sessions.attach(
      response,
      isPerson ? sessions.startSessionOf(identity.caller.userSysId) : sessions.startGuestSession(),
    )
  }
  response.json({ user_name: identity.caller.userName, user_sys_id: identity.caller.userSysId })
}
