import type { Request, RequestHandler, Response } from 'express'
import type { Log, RecordStore, Session } from '../contracts.ts'
import { SessionLines, type LineLimits, type Weight } from './session-lines.ts'
import type { SessionRegistry } from './session-registry.ts'
import type { SessionRules } from './session-rules.ts'

export interface SessionGateParts {
  readonly store: RecordStore
  readonly sessions: SessionRegistry
  readonly sessionRules: SessionRules
  readonly innerRequests: { isInner(request: Request): boolean }
  readonly log: Log
}

const MAX_WAITERS = 10

/** Static content passes by the queue. */
const isStatic = (path: string): boolean =>
  /^\/(?:uxasset|scripts|styles|images)\//.test(path) || /\.(?:jsdbx?|jsx?|cssx?|png|gif|svg|ico|woff2?)$/.test(path)

const weightOf = (path: string): Weight => (/^\/(?:api\/|xmlhttp\.do)/.test(path) ? 'light' : 'page')

const isPoll = (request: Request): boolean => String(request.query['sysparm_auto_request']).toLowerCase() === 'true'

/** Whoever calls without a cookie gets a session of its own: what the credentials prove, else a guest's. */
function startSession(sessions: SessionRegistry, request: Request, response: Response): Session {
  const identity = sessions.identify(request)
  const session =
    identity.kind === 'caller'
      ? sessions.startIntegrationSession(identity.caller.userSysId)
      : sessions.startIntegrationSession('')
  sessions.attach(response, session)
  return session
}

/**
 * One transaction at a time per session, as the platform synchronizes sessions. The eleventh that waits is ignored: 202 and
 * nothing else. Polls of pages do not keep their session alive.
 */
export function serialiseSessions(parts: SessionGateParts): RequestHandler {
  const { store, sessions, sessionRules, log } = parts
  const lines = new SessionLines()
  const limits = (): LineLimits => ({
    lightAtOnce: sessionRules.restAtOnce,
    maxWaiters: Number(store.property('com.glide.request.max_waiters')) || MAX_WAITERS,
  })
  return async (request, response, next) => {
    if (!sessionRules.strict || parts.innerRequests.isInner(request) || isStatic(request.path)) return next()
    const known = sessions.findSession(request)
    const isRest = request.path.startsWith('/api/')
    const session = known ?? (isRest ? startSession(sessions, request, response) : undefined)
    if (!session) return next()
    if (!isPoll(request)) sessions.touch(session)
    const turn = lines.enter(session.id, weightOf(request.path), limits())
    if (!turn) {
      log('warn', `Request ignored: ${request.path}`, { session: session.userSysId })
      return void response.status(202).end()
    }
    response.once('close', () => turn.end())
    await turn.begins
    if (!response.destroyed) next()
  }
}
