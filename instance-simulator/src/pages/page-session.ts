import type { Request, RequestHandler, Response } from 'express'
import { detailsOfRequest } from '../access/quota-rule.ts'
import type { Caller, Session, SimulatorParts } from '../contracts.ts'

export interface PageVisit {
  readonly session: Session
  readonly caller: Caller
}

/** Who looks at the page; set by requirePerson. */
export const visitOf = (response: Response): PageVisit => response.locals['visit'] as PageVisit

export const loginAddress = (target: string): string => `/login.do?sysparm_goto=${encodeURIComponent(target)}`

/** Who acts in the transaction that this request begins. */
export const callerIn = ({ sessions, quotas }: SimulatorParts, request: Request, session: Session): Caller =>
  quotas.begin(sessions.callerOf(session), detailsOfRequest(request.originalUrl))

/** A page for people: nobody logged in goes to the login page and comes back. */
export const requirePerson =
  (parts: SimulatorParts): RequestHandler =>
  (request, response, next) => {
    const session = parts.sessions.findSession(request)
    if (!session || session.userSysId === '') {
      response.redirect(loginAddress(request.originalUrl))
      return
    }
    response.locals['visit'] = { session, caller: callerIn(parts, request, session) } satisfies PageVisit
    next()
  }

/** What a form or script of another origin cannot know. */
export function carriesToken(request: Request, session: Session): boolean {
  const fields = (request.body ?? {}) as Record<string, unknown>
  return request.headers['x-usertoken'] === session.token || fields['sysparm_ck'] === session.token
}

/** Writes need the session's token: a 403 page otherwise, and nothing happens. */
export const requireToken: RequestHandler = (request, response, next) => {
  if (carriesToken(request, visitOf(response).session)) return next()
  response
    .status(403)
    .type('text/plain')
    .send('The form has expired or came from elsewhere: sysparm_ck does not match.')
}

/** A single-valued parameter of the query string. */
export const parameter = (request: Request, name: string): string => {
  const value = request.query[name]
  return typeof value === 'string' ? value : ''
}

/** Only places of this instance; `//host` and `https://…` lead nowhere else. */
export function localTarget(target: string): string {
  const [kept = ''] = target.split('#')
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^\\/i.test(target)) return '/navpage.do'
  return kept.startsWith('/') ? kept : `/${kept}`
}
