/** Every call of the bridge, once: who may call it, where it lives. Routes, clients and the OpenAPI document read this table. */
export type Audience = 'public' | 'node' | 'instance' | 'operator'

export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly audience: Audience
  readonly summary: string
}

const PLAIN_OPERATIONS = {
  discover: {
    method: 'GET',
    path: '/.well-known/accord-node',
    audience: 'public',
    summary: 'What this node is, which versions and modes it speaks, its keys and its time',
  },
  redeemInvitation: {
    method: 'POST',
    path: '/node/v1/invitations/{invitationId}/redeem',
    audience: 'node',
    summary: 'Spend an invitation for the key that signs the request',
  },
  fetchAcceptance: {
    method: 'POST',
    path: '/node/v1/acceptances/{invitationId}/fetch',
    audience: 'node',
    summary: 'A source that cannot be called asks whether its code was accepted here, and gets the redeem',
  },
  settleAcceptance: {
    method: 'POST',
    path: '/node/v1/acceptances/{invitationId}/settle',
    audience: 'node',
    summary: 'A source that cannot be called answers the redeem that it has fetched',
  },
  confirmConnection: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/confirm',
    audience: 'node',
    summary: 'The first signed call: the connection becomes active at the source',
  },
  contactConnection: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/contact',
    audience: 'node',
    summary: 'A sign of life that tells and asks which side pauses the connection',
  },
  terminateConnection: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/terminate',
    audience: 'node',
    summary: 'The caller has deleted the connection; repeating it does no harm',
  },

  announceKeys: {
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/keys',
    audience: 'node',
    summary: "The caller's new connection key, with the chain of statements that leads to it",
  },

  pairInstance: {
    method: 'POST',
    path: '/instance/v1/pairing',
    audience: 'instance',
    summary: 'Pair the instance with this node by a one-time pairing code',
  },
  readStatus: {
    method: 'GET',
    path: '/instance/v1/status',
    audience: 'instance',
    summary: 'The node as its instance sees it, with the prerequisites of a connection',
  },
  checkPrerequisites: {
    method: 'POST',
    path: '/instance/v1/prerequisites/check',
    audience: 'instance',
    summary: 'Try now what a connection needs: the public address of the node and the way to the instance',
  },
  readSettings: {
    method: 'GET',
    path: '/instance/v1/settings',
    audience: 'instance',
    summary: 'The settings of the node, those that can be changed here and those of its environment',
  },
  changeSettings: {
    method: 'POST',
    path: '/instance/v1/settings',
    audience: 'instance',
    summary: 'Change settings while the node runs',
  },
  endPairing: {
    method: 'POST',
    path: '/instance/v1/pairing/end',
    audience: 'instance',
    summary: 'End the pairing from the side of the instance; its token opens nothing any more',
  },
  diagnoseConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/diagnose',
    audience: 'instance',
    summary: 'Examine the way to the other side of a connection, step by step',
  },
  readLicence: {
    method: 'GET',
    path: '/instance/v1/licence',
    audience: 'instance',
    summary: 'How the node is licensed, and every licence that was installed',
  },
  installLicence: {
    method: 'POST',
    path: '/instance/v1/licence',
    audience: 'instance',
    summary: 'Install a licence that the vendor has signed; the best valid one counts',
  },
  resolveDestination: {
    method: 'POST',
    path: '/instance/v1/destinations/resolve',
    audience: 'instance',
    summary: 'Find the node behind a URL that a person entered',
  },
  checkConnectionName: {
    method: 'POST',
    path: '/instance/v1/connections/check-name',
    audience: 'instance',
    summary: 'Is this connection name free?',
  },
  initiateConnection: {
    method: 'POST',
    path: '/instance/v1/connections',
    audience: 'instance',
    summary: 'Create a connection as its source and issue the invitation code',
  },
  listConnections: {
    method: 'GET',
    path: '/instance/v1/connections',
    audience: 'instance',
    summary: 'The connections of this node that were not deleted, in pages: searched, filtered, sorted, counted',
  },
  listEndedConnections: {
    method: 'GET',
    path: '/instance/v1/ended-connections',
    audience: 'instance',
    summary: 'The connections of this node that were deleted here, in pages',
  },
  readConnection: {
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}',
    audience: 'instance',
    summary: 'One connection with its handshake log',
  },
  readAuditTrail: {
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/audit',
    audience: 'instance',
    summary: 'Who did what with a connection, when and from where; newest first, in pages by `before`',
  },
  readKeyFacts: {
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/keys',
    audience: 'instance',
    summary: 'How old the keys of a connection are, and which replacement is under way',
  },
  reissueInvitation: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/reissue',
    audience: 'instance',
    summary: 'Revoke the open code of a connection and issue a new one',
  },
  revokeInvitation: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/revoke',
    audience: 'instance',
    summary: 'Make the open code of a connection worthless',
  },
  deactivateConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/deactivate',
    audience: 'instance',
    summary: 'Pause a connection for this side; only this side can resume it',
  },
  activateConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/activate',
    audience: 'instance',
    summary: "End this side's pause",
  },
  deleteConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/delete',
    audience: 'instance',
    summary: 'End a connection for ever; the other side is told and keeps its history',
  },
  approveConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/approve',
    audience: 'instance',
    summary: 'At the source: who redeemed the code may have the connection',
  },
  rejectConnection: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/reject',
    audience: 'instance',
    summary: 'At the source: who redeemed the code may not have the connection; it ends',
  },
  issueRekeyCode: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/rekey',
    audience: 'instance',
    summary: 'Issue a code by which the other side renews the keys of a connection together with this one',
  },
  rotateKeys: {
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/rotate-keys',
    audience: 'instance',
    summary: "Replace this side's key of a connection; the other side is told and acknowledges",
  },
  previewInvitation: {
    method: 'POST',
    path: '/instance/v1/invitations/preview',
    audience: 'instance',
    summary: 'Who invites, and to what; sends nothing to the source',
  },
  acceptInvitation: {
    method: 'POST',
    path: '/instance/v1/invitations/accept',
    audience: 'instance',
    summary: 'Accept an invitation code; the same code returns the same connection',
  },

  listStuckJobs: {
    method: 'GET',
    path: '/instance/v1/jobs',
    audience: 'instance',
    summary: 'Work that the node has given up, and work that keeps failing and is tried again by itself',
  },
  rerunJob: {
    method: 'POST',
    path: '/instance/v1/jobs/{jobId}/rerun',
    audience: 'instance',
    summary: 'Try a stuck job at once',
  },
  rerunJobs: {
    method: 'POST',
    path: '/instance/v1/jobs/rerun',
    audience: 'instance',
    summary: 'Try all stuck jobs of one queue at once',
  },

  issuePairingCode: {
    method: 'POST',
    path: '/operator/v1/pairing-codes',
    audience: 'operator',
    summary: 'Issue a one-time pairing code',
  },
  listPairings: {
    method: 'GET',
    path: '/operator/v1/pairing',
    audience: 'operator',
    summary: 'Which instance is paired, since when',
  },
  revokePairing: {
    method: 'POST',
    path: '/operator/v1/pairing/revoke',
    audience: 'operator',
    summary: 'End the pairing: the instance can call no more and hears nothing until it is paired again',
  },
  setTracker: {
    method: 'POST',
    path: '/operator/v1/tracker',
    audience: 'operator',
    summary: 'Say which tracker this side has, where it is no ServiceNow instance',
  },
  listConsoleUsers: {
    method: 'GET',
    path: '/operator/v1/console/users',
    audience: 'operator',
    summary: "The users of the bridge's own console",
  },
  inviteConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users',
    audience: 'operator',
    summary: 'Make a user of the console and a one-time link that sets the password; repeating it does no harm',
  },
  resetConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users/reset',
    audience: 'operator',
    summary: 'Take the password and the sessions of a user and issue a new set-up link',
  },
  disableConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users/disable',
    audience: 'operator',
    summary: 'End the sessions and links of a user, who can sign in no more',
  },
  enableConsoleUser: {
    method: 'POST',
    path: '/operator/v1/console/users/enable',
    audience: 'operator',
    summary: 'Let a disabled user sign in again with the same password',
  },
  exportAudit: {
    method: 'GET',
    path: '/operator/v1/audit',
    audience: 'operator',
    summary: 'The audit log as NDJSON, in pages: `after` is the last number that the reader has',
  },
  verifyAudit: {
    method: 'GET',
    path: '/operator/v1/audit/verification',
    audience: 'operator',
    summary: 'Follows the chain of the audit log and names the first entry that does not fit',
  },
  readMetrics: { method: 'GET', path: '/metrics', audience: 'operator', summary: 'Prometheus metrics' },
  readHealth: { method: 'GET', path: '/healthz', audience: 'public', summary: 'The process runs' },
  readReadiness: { method: 'GET', path: '/readyz', audience: 'public', summary: 'The node can do its work' },
  readOpenApi: { method: 'GET', path: '/openapi.json', audience: 'public', summary: 'This interface as OpenAPI 3.1' },
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
    const { method, path, summary } = PLAIN_OPERATIONS[name]
    const operatorPath = path.replace('/instance/', '/operator/')
    twins[operatorTwinOf(name)] = { method, path: operatorPath, audience: 'operator', summary }
  }
  return twins as unknown as OperatorTwins
}

export const OPERATIONS: Plain & OperatorTwins = Object.assign({}, PLAIN_OPERATIONS, twinsForOperator())

export type OperationId = keyof typeof OPERATIONS
