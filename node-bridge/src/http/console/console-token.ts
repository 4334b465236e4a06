import { createHmac, timingSafeEqual } from 'node:crypto'

import { CONSOLE_TOKEN_HEADER } from '@accord/shared/protocol'
import type { Request, Response } from 'express'

import { Refusal } from '../../refusals/refusal.ts'

/** The anti-CSRF token. It is bound to the session, and a page learns it from an answer, which no other site can read. */
const tokenOf = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('accord-console-token').digest('base64url')

export const tellConsoleToken = (response: Response, sessionToken: string): void =>
  void response.setHeader(CONSOLE_TOKEN_HEADER, tokenOf(sessionToken))

/** Throws `cross_site_refused`. */
export function requireConsoleToken(request: Request, sessionToken: string): void {
  const given = Buffer.from(request.get(CONSOLE_TOKEN_HEADER) ?? '')
  const wanted = Buffer.from(tokenOf(sessionToken))
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Refusal('cross_site_refused')
}
