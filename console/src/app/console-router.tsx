import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router'
import { AcceptOutcomePage } from '../accept/accept-outcome-page.tsx'
import { AcceptPage } from '../accept/accept-page.tsx'
import { ConnectionPage } from '../connection/connection-page.tsx'
import { ConnectionsPage } from '../connections/connections-page.tsx'
import { InitiatePage } from '../initiate/initiate-page.tsx'
import { JobsPage } from '../jobs/jobs-page.tsx'
import { OverviewPage } from '../overview/overview-page.tsx'
import { QueuePage } from '../queue/queue-page.tsx'
import { PrerequisitesPage } from '../prerequisites/prerequisites-page.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { SetupPage } from '../setup/setup-page.tsx'
import { ItemPage } from '../item/item-page.tsx'
import { FailedPage } from './failed-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'
import { SyncAccessRoute } from './sync-access-route.tsx'
import { UsersRoute } from './users-route.tsx'

/** Heavy, and not what most visits are for: each is loaded with its first visit. */
const ConfigurePage = lazyRouteComponent(() => import('../configuration/configure-page.tsx'), 'ConfigurePage')
const HelpPage = lazyRouteComponent(() => import('../help/help-page.tsx'), 'HelpPage')

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    // The router wants its redirect thrown.
    throw redirect({ to: '/overview' })
  },
})
const overview = createRoute({ getParentRoute: () => rootRoute, path: '/overview', component: OverviewPage })
const connections = createRoute({ getParentRoute: () => rootRoute, path: '/connections', component: ConnectionsPage })
const connection = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/$connectionId',
  validateSearch: (search: Record<string, unknown>): { tab?: string; ask?: string; connect?: string } => {
    const tab = textOrNothing(search['tab'])
    const ask = textOrNothing(search['ask'])
    const connect = textOrNothing(search['connect'])
    return { ...(tab ? { tab } : {}), ...(ask ? { ask } : {}), ...(connect ? { connect } : {}) }
  },
  component: ConnectionPage,
})
const configureSync = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/$connectionId/sync',
  validateSearch: (
    search: Record<string, unknown>,
  ): { script?: 'outgoing' | 'incoming'; line?: number; item?: string; record?: string } => {
    const script = (['outgoing', 'incoming'] as const).find((it) => it === search['script'])
    const line = Number(search['line'])
    const [item, record] = [textOrNothing(search['item']), textOrNothing(search['record'])]
    return {
      ...(script && Number.isInteger(line) && line > 0 ? { script, line } : {}),
      ...(item ? { item } : {}),
      ...(record ? { record } : {}),
    }
  },
  component: ConfigurePage,
})
const pair = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/$connectionId/pairs/$itemId',
  validateSearch: (search: Record<string, unknown>): { ask?: 'unlink' } =>
    search['ask'] === 'unlink' ? { ask: 'unlink' } : {},
  component: ItemPage,
})
const initiate = createRoute({ getParentRoute: () => rootRoute, path: '/initiate', component: InitiatePage })
const accept = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accept',
  validateSearch: (search: Record<string, unknown>): { code?: string } => {
    const code = textOrNothing(search['code'])
    return code ? { code } : {}
  },
  component: AcceptPage,
})
const accepted = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accept/$connectionId',
  component: AcceptOutcomePage,
})
const queue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/queue',
  // What it is narrowed to stands in the address, so that a link leads to the same pairs.
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  component: QueuePage,
})
const jobs = createRoute({ getParentRoute: () => rootRoute, path: '/jobs', component: JobsPage })
const help = createRoute({ getParentRoute: () => rootRoute, path: '/help', component: HelpPage })
const helpTopic = createRoute({ getParentRoute: () => rootRoute, path: '/help/$topic', component: HelpPage })
const setup = createRoute({ getParentRoute: () => rootRoute, path: '/setup', component: SetupPage })
const prerequisites = createRoute({
  getParentRoute: () => rootRoute,
  path: '/prerequisites',
  component: PrerequisitesPage,
})
const settings = createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsPage })
const syncAccess = createRoute({ getParentRoute: () => rootRoute, path: '/sync-access', component: SyncAccessRoute })
const users = createRoute({ getParentRoute: () => rootRoute, path: '/users', component: UsersRoute })

const routeTree = rootRoute.addChildren([
  home,
  overview,
  connections,
  connection,
  configureSync,
  pair,
  initiate,
  accept,
  accepted,
  setup,
  queue,
  jobs,
  help,
  helpTopic,
  prerequisites,
  settings,
  syncAccess,
  users,
])

/** Each host says where in the browser's address the places stand. */
export const createConsoleRouter = (history: RouterHistory) =>
  createRouter({ routeTree, history, defaultErrorComponent: FailedPage })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
