/** Every call of the bridge, once: who may call it, where it lives. Routes, clients and the OpenAPI document read this table. */
export type Audience = 'public' | 'node' | 'instance' | 'operator'

export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly audience: Audience
}

const PLAIN_OPERATIONS = {
  discover: {
    method: 'GET',
    path: '/.well-known/accord-node',
    audience: 'public',
  },
  redeemInvitation: {
    method: 'POST',
    path: '/node/v1/invitations/{invitationId}/redeem',
    audience: 'node',
  },
  fetchAcceptance: {
    method: 'POST',
    path: '/node/v1/acceptances/{invitationId}/fetch',
    audience: 'node',
  },
  settleAcceptance: {
    method: 'POST',
    path: '/node/v1/acceptances/{invitationId}/settle',
    audience: 'node',
  },
  confirmConnection: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/confirm',
    audience: 'node',
  },
  contactConnection: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/contact',
    audience: 'node',
  },
  terminateConnection: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/terminate',
    audience: 'node',
  },

  announceKeys: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/keys',
    audience: 'node',
  },

  pairInstance: {
    method: 'POST',
    path: '/instance/v1/pairing',
    audience: 'instance',
  },
  readStatus: {
    method: 'GET',
    path: '/instance/v1/status',
    audience: 'instance',
  },
  checkPrerequisites: {
    method: 'POST',
    path: '/instance/v1/prerequisites/check',
    audience: 'instance',
  },
  readSettings: {
    method: 'GET',
    path: '/instance/v1/settings',
    audience: 'instance',
  },
  changeSettings: {
    method: 'POST',
    path: '/instance/v1/settings',
    audience: 'instance',
  },
  endPairing: {
    method: 'POST',
    path: '/instance/v1/pairing/end',
    audience: 'instance',
  },
  diagnoseConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/diagnose',
    audience: 'instance',
  },
  readLicence: {
    method: 'GET',
    path: '/instance/v1/licence',
    audience: 'instance',
  },
  installLicence: {
    method: 'POST',
    path: '/instance/v1/licence',
    audience: 'instance',
  },
  resolveDestination: {
    method: 'POST',
    path: '/instance/v1/destinations/resolve',
    audience: 'instance',
  },
  checkConnectionName: {
    method: 'POST',
    path: '/instance/v1/connections/check-name',
    audience: 'instance',
  },
  initiateConnection: {
    method: 'POST',
    path: '/instance/v1/connections',
    audience: 'instance',
  },
  listConnections: {
    method: 'GET',
    path: '/instance/v1/connections',
    audience: 'instance',
  },
  listEndedConnections: {
    method: 'GET',
    path: '/instance/v1/ended-connections',
    audience: 'instance',
  },
  readConnection: {
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}',
    audience: 'instance',
  },
  readAuditTrail: {
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/audit',
    audience: 'instance',
  },
  readKeyFacts: {
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/keys',
    audience: 'instance',
  },
  reissueInvitation: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/reissue',
    audience: 'instance',
  },
  revokeInvitation: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/revoke',
    audience: 'instance',
  },
  deactivateConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/deactivate',
    audience: 'instance',
  },
  activateConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/activate',
    audience: 'instance',
  },
  deleteConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/delete',
    audience: 'instance',
  },
  approveConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/approve',
    audience: 'instance',
  },
  rejectConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/reject',
    audience: 'instance',
  },
  issueRekeyCode: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/rekey',
    audience: 'instance',
  },
  rotateKeys: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/rotate-keys',
    audience: 'instance',
  },
  previewInvitation: {
    method: 'POST',
    path: '/instance/v1/invitations/preview',
    audience: 'instance',
  },
  acceptInvitation: {
    method: 'POST',
    path: '/instance/v1/invitations/accept',
    audience: 'instance',
  },

  listStuckJobs: {
    method: 'GET',
    path: '/instance/v1/jobs',
    audience: 'instance',
  },
  rerunJob: {
    method: 'POST',
    path: '/instance/v1/jobs/{jobId}/rerun',
    audience: 'instance',
  },
  rerunJobs: {
    method: 'POST',
    path: '/instance/v1/jobs/rerun',
    audience: 'instance',
  },

  issuePairingCode: {
    method: 'POST',
    path: '/operator/v1/pairing-codes',
    audience: 'operator',
  },
  listPairings: {
    method: 'GET',
    path: '/operator/v1/pairing',
    audience: 'operator',
  },
  revokePairing: {
    method: 'POST',
    path: '/operator/v1/pairing/revoke',
    audience: 'operator',
  },
  setTracker: {
    method: 'POST',
    path: '/operator/v1/tracker',
    audience: 'operator',
  },
  listConsoleUsers: {
    method: 'GET',
    path: '/operator/v1/console/users',
    audience: 'operator',
  },
  inviteConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users',
    audience: 'operator',
  },
  resetConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users/reset',
    audience: 'operator',
  },
  disableConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users/disable',
    audience: 'operator',
  },
  enableConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users/enable',
    audience: 'operator',
  },
  exportAudit: {
    method: 'GET',
    path: '/operator/v1/audit',
    audience: 'operator',
  },
  verifyAudit: {
    method: 'GET',
    path: '/operator/v1/audit/verification',
    audience: 'operator',
  },
  readMetrics: { method: 'GET', path: '/metrics', audience: 'operator' },
  readHealth: { method: 'GET', path: '/healthz', audience: 'public' },
  readReadiness: { method: 'GET', path: '/readyz', audience: 'public' },
  readOpenApi: { method: 'GET', path: '/openapi.json', audience: 'public' },
} as const satisfies Record<string, Operation>

type Plain = typeof PLAIN_OPERATIONS
export type PlainOperationId = keyof Plain

/** What an instance may ask of its node an operator may, too: for a side that is no ServiceNow, and for the command line. */
export type MirroredId = {
  [Name in PlainOperationId]: Plain[Name]['audience'] extends 'instance' ? Exclude<Name, 'pairInstance'> : never
}[PlainOperationId]
export type OperatorTwins = {
  readonly [Name in MirroredId as `${Name}AsOperator`]: Operation & {
    readonly method: Plain[Name]['method']
    readonly audience: 'operator'
  }
}

export const isMirrored = (name: string): name is MirroredId => {
  const operation = (PLAIN_OPERATIONS as Record<string, Operation>)[name]
  return operation !== undefined && operation.audience === 'instance' && name !== 'pairInstance'
}

export const operatorTwinOf = <Name extends MirroredId>(name: Name) => (name + 'AsOperator') as `${Name}AsOperator`

/** The operation whose body and answer a twin has; every other name is its own. */
export const plainNameOf = (name: OperationId) => name.replace(/AsOperator$/, '') as PlainOperationId

/** The same call under /operator/v1, with the operator's token. */
function twinsForOperator(): OperatorTwins {
  const twins: { [name: string]: Operation } = {}
  for (const name of Object.keys(PLAIN_OPERATIONS)) {
    if (!isMirrored(name)) continue
    const { method, path } = PLAIN_OPERATIONS[name]
    const operatorPath = path.replace('/instance/', '/operator/')
    twins[operatorTwinOf(name)] = { method, path: operatorPath, audience: 'operator' }
  }
  return twins as unknown as OperatorTwins
}

export const OPERATIONS: Plain & OperatorTwins = Object.assign({}, PLAIN_OPERATIONS, twinsForOperator())

export type OperationId = keyof typeof OPERATIONS
