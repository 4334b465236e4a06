import type { Answer, CONSOLE, OwnCallName } from '@accord/shared/contracts'
import type { Request, Response } from 'express'

import type { Browser, StartedSession } from '../../console/start-session.ts'
import type { AppServices } from '../app.ts'
import { callerAddressOf } from '../caller-address.ts'
import type { Call } from '../handlers.ts'
import { tellConsoleToken } from './console-token.ts'
import type { ConsoleCookies } from './cookies.ts'
import { describeSession } from './describe-session.ts'
import { callerOf } from './session-guard.ts'

/** Handlers of the calls that the console answers by itself. They see the request and the response as well, for the cookies. */
export type BrowserHandlers = {
  readonly [Name in OwnCallName<'bridge'>]: (
    call: Call<(typeof CONSOLE)[Name]>,
    request: Request,
    response: Response,
  ) => Promise<Answer<(typeof CONSOLE)[Name]>>
}

/** Sign-in, sign-out, set-up links, passwords and sessions, and what the pages know of the user. */
export function createAccountHandlers(
  { sessions, operations, ownNotices }: Pick<AppServices, 'sessions' | 'operations' | 'ownNotices'>,
  cookies: ConsoleCookies,
): BrowserHandlers {
  const browserOf = (request: Request): Browser => ({
    address: callerAddressOf(request),
    name: request.get('user-agent') ?? '',
    device: cookies.deviceMark(request),
  })
  const letIn = (response: Response, { token, device, user }: StartedSession) => {
    cookies.setSession(response, token)
    cookies.setDevice(response, device)
    tellConsoleToken(response, token)
    return user
  }
  return {
    readSession: (_call, request) => describeSession(operations, callerOf(request)),
    signIn: async ({ body }, request, response) => letIn(response, await sessions.signIn(body, browserOf(request))),
    readLink: ({ body }) => sessions.readLink(body),
    useLink: async ({ body }, request, response) => letIn(response, await sessions.useLink(body, browserOf(request))),
    signOut: async (_call, request, response) => {
      await sessions.signOut(callerOf(request))
      cookies.clearSession(response)
      return {}
    },
    changePassword: async ({ body }, request) => {
      await sessions.changePassword(callerOf(request), body)
      return {}
    },
    readOwnNotices: (_call, request) => ownNotices.read(callerOf(request)),
    changeOwnNotices: ({ body }, request) => ownNotices.change(callerOf(request), body),
    listSessions: (_call, request) => sessions.list(callerOf(request)),
    endOtherSessions: async (_call, request) => {
      await sessions.endOthers(callerOf(request))
      return {}
    },
  }
}
