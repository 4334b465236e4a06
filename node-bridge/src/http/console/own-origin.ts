import type { Request, RequestHandler } from 'express'

import { Refusal } from '../../refusals/refusal.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The console answers under its own name only, so that a name that somebody points at this node (DNS rebinding) is no
 * way in; and under loopback, where an operator comes through a tunnel. Throws `cross_site_refused`.
 */
export const requireOwnHost =
  (consoleUrl: string): RequestHandler =>
  (request, _response, next) => {
    const host = hostNameOf(request)
    if (host !== new URL(consoleUrl).hostname && !LOOPBACK.has(host))
      throw new Refusal(
        'cross_site_refused',
        'The console has another address: ACCORD_CONSOLE_URL of the node names it.',
      )
    next()
  }

/**
 * Only the console's own pages may call: what a browser says of the page it comes from has to name this origin. A
 * change has to say it. Throws `cross_site_refused`.
 */
export const requireOwnOrigin =
  (consoleUrl: string): RequestHandler =>
  (request, _response, next) => {
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const isForeign =
      (site !== undefined && site !== 'same-origin') || (origin !== undefined && !isOwn(origin, request, consoleUrl))
    const isSilent = site === undefined && origin === undefined
    if (isForeign || (isSilent && request.method !== 'GET')) throw new Refusal('cross_site_refused')
    next()
  }

function isOwn(origin: string, request: Request, consoleUrl: string): boolean {
  if (origin === new URL(consoleUrl).origin) return true
  return URL.canParse(origin) && LOOPBACK.has(new URL(origin).hostname) && new URL(origin).host === request.get('host')
}

function hostNameOf(request: Request): string {
  const url = `http://${request.get('host') ?? ''}`
  return URL.canParse(url) ? new URL(url).hostname : ''
}
