import {
  BRIDGE_CONSOLE,
  BRIDGE_CONSOLE_API,
  bridgeConsolePath,
  CONSOLE_ACCOUNT_API,
  CONSOLE_API,
  type ConsoleCall,
} from '@accord/shared/protocol'
import { type RequestHandler, Router } from 'express'

import type { BridgeServices } from '../../services.ts'
import type { Admission } from '../admission.ts'
import { readRawBody } from '../body.ts'
import { noteOrigin } from '../note-origin.ts'
import { observe } from '../observe.ts'
import type { HttpLog } from '../problem.ts'
import { pathOfUrl } from '../request-target.ts'
import type { Route } from '../route.ts'
import { type AccountCall, createAccountRoutes } from './account-routes.ts'
import { createConsoleCookies } from './cookies.ts'
import { requireOwnHost, requireOwnOrigin } from './own-origin.ts'
import { loadPages } from './pages.ts'
import { readSession } from './read-session.ts'
import { requireSession } from './session-guard.ts'

export interface ConsoleOptions {
  /** Scheme, host, port and path under which browsers open the console, without a trailing slash. */
  readonly consoleUrl: string
  /** Where `npm run build:console` has left the pages. */
  readonly pagesDirectory: string
}

export interface ConsoleRouterParts extends ConsoleOptions {
  readonly services: BridgeServices
  readonly publicUrl: string
  readonly admission: Admission
  readonly log: HttpLog
  /** The node's routes: each call of the console is answered by the one of its operation. */
  readonly routes: readonly Route[]
}

/** Calls that each host answers by itself. The bridge pairs nobody: it shows the code with which an instance pairs. */
const OWN_CALLS = new Set(['session', 'pair'])

/** Everything below `/console`: the pages, the coming and going, and one route for each call of the tables. */
export function createConsoleRouter(parts: ConsoleRouterParts): Router {
  const { services, consoleUrl, publicUrl, admission, log } = parts
  const { sessions } = services.console
  const cookies = createConsoleCookies(publicUrl, consoleUrl)
  const router = Router({ caseSensitive: true, strict: true })
  const ownOrigin = requireOwnOrigin(consoleUrl)
  const add = (name: string, { method, path }: Pick<ConsoleCall, 'method' | 'path'>, ...steps: RequestHandler[]) => {
    const at = router.route(bridgeConsolePath(path).replaceAll(/\{(\w+)\}/gu, ':$1'))
    const before = [observe(`console.${name}`, services.metrics, log), noteOrigin('console'), ownOrigin]
    at[method.toLowerCase() as 'get' | 'post'](...before, ...steps)
  }
  router.use('/console', requireOwnHost(consoleUrl))
  for (const [name, call] of consoleCalls()) {
    const route = parts.routes.find((candidate) => candidate.name === call.operation)
    if (route) add(name, call, requireSession(sessions, cookies, call.role), readRawBody, route.answer)
  }
  add('session', CONSOLE_API.session, requireSession(sessions, cookies, 'auditor'), readSession(services))
  const accounts = createAccountRoutes(sessions, cookies)
  for (const [name, call] of Object.entries(CONSOLE_ACCOUNT_API)) {
    const guard = call.access === 'public' ? admission.admit : requireSession(sessions, cookies, 'auditor')
    add(name, call, guard, readRawBody, accounts[name as AccountCall])
  }
  addPages(router, parts)
  return router
}

function consoleCalls(): [string, ConsoleCall][] {
  const calls: [string, ConsoleCall][] = Object.entries({ ...CONSOLE_API, ...BRIDGE_CONSOLE_API })
  return calls.filter(([name]) => !OWN_CALLS.has(name))
}

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
