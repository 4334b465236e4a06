import type { PlainOperationId } from './operations.js'

/** From most to least: each role may do what those behind it may. */
export const CONSOLE_ROLES = ['admin', 'operator', 'auditor'] as const
export type ConsoleRole = (typeof CONSOLE_ROLES)[number]

/** `operation`: what the node does for it; the bridge's own console has a route for each by this. Null: each host answers by itself. */
export interface ConsoleCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly role: ConsoleRole
  readonly operation: PlainOperationId | null
}

/**
 * What the console's pages call on their host. On an instance it lies below the base path of the application and answers `{"result": …}`,
 * a refusal as a problem document in `result` with its own HTTP status. On the bridge `/console/…` is `/console/v1/…` and
 * answers are bare. The shapes are those of the bridge's operations (without `actor`: the host adds the user who is logged in).
 */
export const CONSOLE_API = {
  session: { method: 'GET', path: '/console/session', role: 'auditor', operation: null },
  status: { method: 'GET', path: '/console/status', role: 'auditor', operation: 'readStatus' },
  checkPrerequisites: {
    method: 'POST',
    path: '/console/prerequisites/check',
    role: 'operator',
    operation: 'checkPrerequisites',
  },
  settings: { method: 'GET', path: '/console/settings', role: 'auditor', operation: 'readSettings' },
  changeSettings: { method: 'POST', path: '/console/settings', role: 'admin', operation: 'changeSettings' },
  licence: { method: 'GET', path: '/console/licence', role: 'auditor', operation: 'readLicence' },
  installLicence: { method: 'POST', path: '/console/licence', role: 'admin', operation: 'installLicence' },
  endPairing: { method: 'POST', path: '/console/pairing/end', role: 'admin', operation: 'endPairing' },
  diagnose: {
    method: 'POST',
    path: '/console/connections/{connectionId}/diagnose',
    role: 'operator',
    operation: 'diagnoseConnection',
  },
  pair: { method: 'POST', path: '/console/pairing', role: 'admin', operation: null },
  resolveDestination: {
    method: 'POST',
    path: '/console/destinations/resolve',
    role: 'admin',
    operation: 'resolveDestination',
  },
  checkName: {
    method: 'POST',
    path: '/console/connections/check-name',
    role: 'admin',
    operation: 'checkConnectionName',
  },
  initiate: { method: 'POST', path: '/console/connections', role: 'admin', operation: 'initiateConnection' },
  listConnections: { method: 'GET', path: '/console/connections', role: 'auditor', operation: 'listConnections' },
  readConnection: {
    method: 'GET',
    path: '/console/connections/{connectionId}',
    role: 'auditor',
    operation: 'readConnection',
  },
  auditTrail: {
    method: 'GET',
    path: '/console/connections/{connectionId}/audit',
    role: 'auditor',
    operation: 'readAuditTrail',
  },
  keyFacts: {
    method: 'GET',
    path: '/console/connections/{connectionId}/keys',
    role: 'auditor',
    operation: 'readKeyFacts',
  },
  revoke: {
    method: 'POST',
    path: '/console/connections/{connectionId}/revoke',
    role: 'operator',
    operation: 'revokeInvitation',
  },
  reissue: {
    method: 'POST',
    path: '/console/connections/{connectionId}/reissue',
    role: 'admin',
    operation: 'reissueInvitation',
  },
  approve: {
    method: 'POST',
    path: '/console/connections/{connectionId}/approve',
    role: 'admin',
    operation: 'approveConnection',
  },
  reject: {
    method: 'POST',
    path: '/console/connections/{connectionId}/reject',
    role: 'admin',
    operation: 'rejectConnection',
  },
  rotateKeys: {
    method: 'POST',
    path: '/console/connections/{connectionId}/rotate-keys',
    role: 'admin',
    operation: 'rotateKeys',
  },
  rekey: {
    method: 'POST',
    path: '/console/connections/{connectionId}/rekey',
    role: 'admin',
    operation: 'issueRekeyCode',
  },
  deactivate: {
    method: 'POST',
    path: '/console/connections/{connectionId}/deactivate',
    role: 'operator',
    operation: 'deactivateConnection',
  },
  activate: {
    method: 'POST',
    path: '/console/connections/{connectionId}/activate',
    role: 'operator',
    operation: 'activateConnection',
  },
  delete: {
    method: 'POST',
    path: '/console/connections/{connectionId}/delete',
    role: 'admin',
    operation: 'deleteConnection',
  },
  preview: { method: 'POST', path: '/console/invitations/preview', role: 'admin', operation: 'previewInvitation' },
  accept: { method: 'POST', path: '/console/invitations/accept', role: 'admin', operation: 'acceptInvitation' },
  stuckJobs: { method: 'GET', path: '/console/jobs', role: 'auditor', operation: 'listStuckJobs' },
  rerunJob: { method: 'POST', path: '/console/jobs/{jobId}/rerun', role: 'operator', operation: 'rerunJob' },
  rerunJobs: { method: 'POST', path: '/console/jobs/rerun', role: 'operator', operation: 'rerunJobs' },
} as const satisfies Record<string, ConsoleCall>

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
