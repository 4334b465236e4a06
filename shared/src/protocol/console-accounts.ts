import type { ConsoleCall } from './console-api.js'

/** The bridge's own console and nothing else on the node lies below it. */
export const BRIDGE_CONSOLE = { base: '/console', api: '/console/v1' } as const

/** What only the bridge's console can do, beside CONSOLE_API; routes and answers as there. */
export const BRIDGE_CONSOLE_API = {
  issuePairingCode: { method: 'POST', path: '/console/pairing-code', role: 'admin', operation: 'issuePairingCode' },
  setTracker: { method: 'POST', path: '/console/tracker', role: 'admin', operation: 'setTracker' },
  listUsers: { method: 'GET', path: '/console/users', role: 'admin', operation: 'listConsoleUsers' },
  inviteUser: { method: 'POST', path: '/console/users', role: 'admin', operation: 'inviteConsoleUser' },
  resetUser: { method: 'POST', path: '/console/users/reset', role: 'admin', operation: 'resetConsoleUser' },
  disableUser: { method: 'POST', path: '/console/users/disable', role: 'admin', operation: 'disableConsoleUser' },
  enableUser: { method: 'POST', path: '/console/users/enable', role: 'admin', operation: 'enableConsoleUser' },
} as const satisfies Record<string, ConsoleCall>

/** How a person comes in and goes out. `public`: without a session. All of them want the page's own origin. */
export const CONSOLE_ACCOUNT_API = {
  signIn: { method: 'POST', path: '/console/sign-in', access: 'public' },
  readLink: { method: 'POST', path: '/console/link', access: 'public' },
  useLink: { method: 'POST', path: '/console/link/use', access: 'public' },
  signOut: { method: 'POST', path: '/console/sign-out', access: 'session' },
  changePassword: { method: 'POST', path: '/console/password', access: 'session' },
  listSessions: { method: 'GET', path: '/console/sessions', access: 'session' },
  endOtherSessions: { method: 'POST', path: '/console/sessions/end-others', access: 'session' },
} as const

/** Path of a call on the bridge: `/console/…` is `/console/v1/…` there. */
export const bridgeConsolePath = (path: string): string => BRIDGE_CONSOLE.api + path.slice(BRIDGE_CONSOLE.base.length)

/** The token that each answer within a session carries, and that each change has to bring along. */
export const CONSOLE_TOKEN_HEADER = 'x-accord-console-token'

/** Of a set-up link: its token stands behind the `#`, where no server and no log sees it. */
export const SETUP_LINK_FRAGMENT = '#/welcome?token='
