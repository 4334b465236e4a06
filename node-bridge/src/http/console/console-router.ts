import { CONSOLE, consoleCallsAt, type Contract, CONTRACTS, type OperationName } from '@accord/shared/contracts'
import { BRIDGE_CONSOLE, bridgeConsolePath } from '@accord/shared/protocol'
import { type Request, type RequestHandler, type Response, Router } from 'express'

import type { Admission } from '../admission.ts'
import { readBodyOf } from '../body.ts'
import { noteOrigin } from '../note-origin.ts'
import { observe } from '../observe.ts'
import type { HttpLog } from '../problem.ts'
import { pathOfUrl } from '../request-target.ts'
import type { AppServices } from '../app.ts'
import { serveOperation } from '../serve-operation.ts'
import { createAccountHandlers } from './account-handlers.ts'
import { createConsoleCookies } from './cookies.ts'
import { requireOwnHost, requireOwnOrigin } from './own-origin.ts'
import { loadPages } from './pages.ts'
import { requireSession } from './session-guard.ts'

export interface ConsoleOptions {
  /** Scheme, host, port and path under which browsers open the console, without a trailing slash. */
  readonly consoleUrl: string
  /** Where `npm run build:console` has left the pages. */
  readonly pagesDirectory: string
}

export interface ConsoleRouterParts extends ConsoleOptions {
  readonly services: AppServices
  readonly publicUrl: string
  readonly admission: Admission
  readonly log: HttpLog
}

/** The router of `/console`: the pages, and one route for each call of the pages. */
export function createConsoleRouter(parts: ConsoleRouterParts): Router {
  const { services, consoleUrl, publicUrl, admission, log } = parts
  const { sessions, operations } = services
  const cookies = createConsoleCookies(publicUrl, consoleUrl)
  const router = Router({ caseSensitive: true, strict: true })
  const ownOrigin = requireOwnOrigin(consoleUrl)
  const own = createAccountHandlers(services, cookies)
  router.use('/console', requireOwnHost(consoleUrl))
  for (const { name, method, path, role } of consoleCallsAt('bridge')) {
    const at = router.route(bridgeConsolePath(path).replaceAll(/\{(\w+)\}/gu, ':$1'))
    const before = [observe(`console.${name}`, services.metrics, log), noteOrigin('console'), ownOrigin]
    const guard = role === 'public' ? admission.admit : requireSession(sessions, cookies, role)
    const contract: Contract = { ...CONTRACTS, ...CONSOLE }[name]
    const readBody = readBodyOf(contract)
    const answer =
      name in CONTRACTS
        ? serveOperation(CONTRACTS[name as OperationName], operations[name as OperationName])
        : serveBrowser(CONSOLE[name as keyof typeof own], own[name as keyof typeof own])
    at[method.toLowerCase() as 'get' | 'post'](...before, guard, readBody, answer)
  }
  addPages(router, parts)
  return router
}

const serveBrowser =
  (
    contract: Contract,
    handler: (call: never, request: Request, response: Response) => Promise<unknown>,
  ): RequestHandler =>
  (request, response, next) =>
    serveOperation(contract, (call) => handler(call, request, response))(request, response, next)

function addPages(router: Router, { services, log, pagesDirectory, consoleUrl }: ConsoleRouterParts): void {
  const pages = loadPages(pagesDirectory)
  const watch = observe('console.page', services.metrics, log)
  // By its whole path: a proxy may have taken the part before it off.
  const home = `${pathOfUrl(consoleUrl)}${BRIDGE_CONSOLE.base}/`
  router.get('/console', (_request, response) => response.redirect(308, home))
  router.get('/', (_request, response) => response.redirect(302, home))
  router.get('/console/', watch, pages.page)
  router.get('/console/assets/:file', watch, pages.asset)
}
