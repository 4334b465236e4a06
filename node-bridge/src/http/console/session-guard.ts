import type { ConsoleRight } from '@accord/shared/protocol'
import type { Request, RequestHandler } from 'express'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConsoleCaller, ConsoleSessions } from '../../console/console-sessions.ts'
import { mayActAs } from '../../console/may-act-as.ts'
import { actAs } from '../actor.ts'
import { requireConsoleToken, tellConsoleToken } from './console-token.ts'
import type { ConsoleCookies } from './cookies.ts'

/** The page sends this header while a person uses it; polling alone does not keep a session alive. */
const ACTIVE_HEADER = 'x-accord-active'

const callers = new WeakMap<Request, ConsoleCaller>()

/** Behind `requireSession` only. */
export function callerOf(request: Request): ConsoleCaller {
  const caller = callers.get(request)
  if (!caller) throw new Refusal('unauthenticated')
  return caller
}

/** Lets in who is signed in and has the role; a change needs the session's own token as well. */
export const requireSession =
  (sessions: ConsoleSessions, cookies: ConsoleCookies, role: ConsoleRight): RequestHandler =>
  async (request, response, next) => {
    const token = cookies.sessionToken(request)
    if (token === undefined) throw new Refusal('unauthenticated')
    const isChange = request.method !== 'GET' && request.method !== 'HEAD'
    const caller = await sessions.authenticate(token, isChange || request.get(ACTIVE_HEADER) === '1')
    if (isChange) requireConsoleToken(request, token)
    tellConsoleToken(response, token)
    requireRole(caller, role)
    callers.set(request, caller)
    actAs(request, caller.name)
    next()
  }

/** Throws `missing_role`. */
function requireRole(caller: ConsoleCaller, role: ConsoleRight): void {
  if (mayActAs(caller, role)) return
  throw new Refusal('missing_role', `It needs the role ${role}; ${caller.name} has ${caller.role}.`)
}
