import { createHash } from 'node:crypto'

import { BRIDGE_CONSOLE } from '@accord/shared/protocol'
import { parse, serialize } from 'cookie'
import type { Request, Response } from 'express'

import { pathOfUrl } from '../request-target.ts'

/**
 * The two cookies of the console. Browsers keep cookies for a host and not for a port, so the names hold a part of the
 * node's own address: two nodes on one machine do not take each other's place.
 */
export interface ConsoleCookies {
  sessionToken(request: Request): string | undefined
  deviceMark(request: Request): string | undefined
  setSession(response: Response, token: string): void
  setDevice(response: Response, mark: string): void
  clearSession(response: Response): void
}

const DEVICE_MAX_AGE_S = 180 * 86_400
const TOKEN = /^[A-Za-z0-9_-]{32}$/u

export function createConsoleCookies(publicUrl: string, consoleUrl: string): ConsoleCookies {
  const secure = consoleUrl.startsWith('https:')
  const suffix = createHash('sha256').update(publicUrl).digest('hex').slice(0, 8)
  const path = pathOfUrl(consoleUrl)
  // With the first a browser takes the cookie from this very host only, over TLS, for no domain around it, and sends it to the
  // whole host. Below a path others answer on the same host, and shall not be sent it: there TLS is all that a name can ask for.
  const prefix = secure ? (path === '' ? '__Host-' : '__Secure-') : ''
  const [session, device] = [`${prefix}accord-console-${suffix}`, `${prefix}accord-device-${suffix}`]
  const common = {
    path: `${path === '' ? '' : path + BRIDGE_CONSOLE.base}/`,
    httpOnly: true,
    sameSite: 'strict',
    secure,
  } as const
  const set = (response: Response, name: string, value: string, maxAge?: number): void =>
    void response.append('Set-Cookie', serialize(name, value, { ...common, ...(maxAge !== undefined && { maxAge }) }))
  return {
    sessionToken: (request) => {
      const token = readCookie(request, session)
      return token !== undefined && TOKEN.test(token) ? token : undefined
    },
    deviceMark: (request) => readCookie(request, device),
    setSession: (response, token) => set(response, session, token),
    setDevice: (response, mark) => set(response, device, mark, DEVICE_MAX_AGE_S),
    clearSession: (response) => set(response, session, '', 0),
  }
}

/**
 * A cookie that comes twice is ignored: another service of the same host may have set one of the two. The library keeps the first, so
 * each pair is parsed by itself.
 */
function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';')
  const values = pairs.flatMap((pair) => parse(pair)[name] ?? [])
  return values.length === 1 ? values[0] : undefined
}
