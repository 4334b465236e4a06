/**
 * What the console's pages call on their own instance, below INSTANCE_API.base. The instance answers `{"result": …}`;
 * a refusal is a problem document in `result` with its own HTTP status. The shapes are those of the bridge's operations
 * (without `actor`: the instance adds the user who is logged in).
 */
export const CONSOLE_API = {
  session: { method: 'GET', path: '/console/session', role: 'auditor' },
  status: { method: 'GET', path: '/console/status', role: 'auditor' },
  pair: { method: 'POST', path: '/console/pairing', role: 'admin' },
  resolveDestination: { method: 'POST', path: '/console/destinations/resolve', role: 'admin' },
  checkName: { method: 'POST', path: '/console/connections/check-name', role: 'admin' },
  initiate: { method: 'POST', path: '/console/connections', role: 'admin' },
  listConnections: { method: 'GET', path: '/console/connections', role: 'auditor' },
  readConnection: { method: 'GET', path: '/console/connections/{connectionId}', role: 'auditor' },
  revoke: { method: 'POST', path: '/console/connections/{connectionId}/revoke', role: 'operator' },
  reissue: { method: 'POST', path: '/console/connections/{connectionId}/reissue', role: 'admin' },
  approve: { method: 'POST', path: '/console/connections/{connectionId}/approve', role: 'admin' },
  reject: { method: 'POST', path: '/console/connections/{connectionId}/reject', role: 'admin' },
  rotateKeys: { method: 'POST', path: '/console/connections/{connectionId}/rotate-keys', role: 'admin' },
  rekey: { method: 'POST', path: '/console/connections/{connectionId}/rekey', role: 'admin' },
  deactivate: { method: 'POST', path: '/console/connections/{connectionId}/deactivate', role: 'operator' },
  activate: { method: 'POST', path: '/console/connections/{connectionId}/activate', role: 'operator' },
  delete: { method: 'POST', path: '/console/connections/{connectionId}/delete', role: 'admin' },
  preview: { method: 'POST', path: '/console/invitations/preview', role: 'admin' },
  accept: { method: 'POST', path: '/console/invitations/accept', role: 'admin' },
} as const

/** Answer of `session`: who is logged in and what this user may do, for the page to show only what can work. */
export interface ConsoleSession {
  readonly userName: string
  readonly userDisplayName: string
  readonly roles: { readonly admin: boolean; readonly operator: boolean; readonly auditor: boolean }
  readonly paired: boolean
  readonly nodeUrl: string | null
  readonly instanceUrl: string
  readonly instanceName: string
  readonly appVersion: string
}

/** Body of `pair`. */
export interface PairWithCode {
  readonly pairingCode: string
}
