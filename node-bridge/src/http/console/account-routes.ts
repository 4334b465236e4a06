import { CONSOLE_ACCOUNT_API } from '@accord/shared/protocol'
import {
  ChangePasswordRequest,
  ConsoleSessionList,
  LinkFacts,
  ReadLinkRequest,
  SignedIn,
  SignInRequest,
  UseLinkRequest,
} from '@accord/shared/schemas'
import type { Request, RequestHandler, Response } from 'express'

import type { Browser, ConsoleSessions, StartedSession } from '../../services.ts'
import { callerAddressOf } from '../caller-address.ts'
import { readJson } from '../route.ts'
import { sendAnswer } from '../send-answer.ts'
import { tellConsoleToken } from './console-token.ts'
import type { ConsoleCookies } from './cookies.ts'
import { callerOf } from './session-guard.ts'

export type AccountCall = keyof typeof CONSOLE_ACCOUNT_API

/** How a person comes in and goes out. */
export function createAccountRoutes(
  sessions: ConsoleSessions,
  cookies: ConsoleCookies,
): Record<AccountCall, RequestHandler> {
  const browserOf = (request: Request): Browser => ({
    address: callerAddressOf(request),
    name: request.get('user-agent') ?? '',
    device: cookies.readDevice(request),
  })
  const letIn = async (response: Response, started: StartedSession) => {
    cookies.setSession(response, started.token)
    cookies.setDevice(response, started.device)
    tellConsoleToken(response, started.token)
    await sendAnswer(response, 200, SignedIn.parse(started.user))
  }
  return {
    signIn: async (request, response) =>
      letIn(response, await sessions.signIn(readJson(request, SignInRequest), browserOf(request))),
    readLink: async (request, response) => {
      const facts = await sessions.readLink(readJson(request, ReadLinkRequest))
      await sendAnswer(response, 200, LinkFacts.parse(facts))
    },
    useLink: async (request, response) =>
      letIn(response, await sessions.useLink(readJson(request, UseLinkRequest), browserOf(request))),
    signOut: async (request, response) => {
      await sessions.signOut(callerOf(request))
      cookies.clearSession(response)
      await sendAnswer(response, 200, {})
    },
    changePassword: async (request, response) => {
      await sessions.changePassword(callerOf(request), readJson(request, ChangePasswordRequest))
      await sendAnswer(response, 200, {})
    },
    listSessions: async (request, response) =>
      sendAnswer(response, 200, ConsoleSessionList.parse(await sessions.list(callerOf(request)))),
    endOtherSessions: async (request, response) => {
      await sessions.endOthers(callerOf(request))
      await sendAnswer(response, 200, {})
    },
  }
}
