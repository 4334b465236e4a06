import { randomUUID } from 'node:crypto'

import { CONSOLE_ROLES, type ConsoleRole, type OperationId } from '@accord/shared/protocol'

import { Refusal } from '../../src/refusals/refusal.ts'
import type { BridgeServices, ConnectionKeys, ConsoleSessions } from '../../src/services.ts'
import { COMPANY_A, COMPANY_B, CONNECTION } from '../handshake/messages/parties.ts'

export const INSTANCE_TOKEN = 'instance-token-instance-token-0001'
export const OPERATOR_TOKEN = 'operator-token-operator-token-0001'
const AT = '2026-03-01T12:00:00.000Z'
const FINGERPRINT = '3F2A-91BC-77D0-E4A5'

const range = { min: '1.0.0', max: '1.0.0' }
const remote = {
  instanceUid: COMPANY_B.instanceUid,
  name: 'Company B',
  nodeUrl: COMPANY_B.baseUrl,
  instanceUrl: COMPANY_B.issueTrackerUrl,
  nodeType: 'SERVICENOW' as const,
  nodeVersion: '0.1.0',
  keyFingerprint: FINGERPRINT,
}
const connection = {
  ...CONNECTION,
  id: randomUUID(),
  revision: 1,
  side: 'source' as const,
  state: 'invited',
  stateReason: null,
  local: false,
  remote,
  invitation: null,
  localKeyFingerprint: FINGERPRINT,
  restVersion: null,
  createdAt: AT,
  updatedAt: AT,
  activatedAt: null,
  lastContactAt: null,
  health: null,
}
const detail = { connection, log: [] }
const issued = { connection, code: 'accord1_x' }
const document = { product: 'accord' as const, node: COMPANY_A, modes: [], keys: [], time: AT }
const pairingFacts = {
  instanceUrl: COMPANY_A.issueTrackerUrl,
  instanceName: 'A',
  instanceVersion: 'Zurich',
  appVersion: '0.1.0',
  pairedBy: 'admin',
  pairedAt: AT,
}
const licence = {
  kind: 'evaluation' as const,
  endsAt: AT,
  ended: false,
  daysLeft: 1,
  customer: null,
  plan: null,
  maxConnections: null,
  connections: 0,
  vendorKey: 'built-in' as const,
}
const licenceReport = {
  licence,
  installed: [],
  vendorKeyFingerprint: FINGERPRINT,
  instanceUid: COMPANY_A.instanceUid,
  nodeUrl: COMPANY_A.baseUrl,
}
const run = { invitationValidityMs: 3_600_000, approval: false, rotateKeysDays: 90 }
const settings = {
  run,
  defaults: run,
  changedAt: null,
  changedBy: null,
  fixed: [],
  pairing: null,
  versions: { node: '0.1.0', rest: range, hub: range, database: 'sqlite' },
}
const status = {
  instanceUid: COMPANY_A.instanceUid,
  nodeUrl: COMPANY_A.baseUrl,
  nodeVersion: '0.1.0',
  keyFingerprint: FINGERPRINT,
  time: AT,
  instanceUrl: null,
  tracker: null,
  licence,
  prerequisites: [],
}
const preview = {
  invitationId: randomUUID(),
  issuedAt: AT,
  expiresAt: AT,
  expired: false,
  keyFingerprint: FINGERPRINT,
  boundToThisInstance: false,
  approval: false,
  mode: 'script' as const,
  name: 'x',
  nameFree: true,
  suggestedName: 'x',
  localShortName: 'B',
  remoteShortName: 'A',
  description: '',
  source: remote,
  version: { of: 'rest', ours: range, theirs: range, chosen: '1.0.0' },
  warnings: [],
  existingConnectionId: null,
}

const verdict = {
  intact: true,
  entries: 1,
  head: { seq: 1, hash: 'h' },
  seal: 'fits' as const,
  waiting: 0,
  broken: null,
}

const consoleUser = {
  name: 'ada',
  role: 'admin' as const,
  state: 'invited' as const,
  createdAt: AT,
  lastSignInAt: null,
}

/** A session whose token is the name of its role, filled up. */
export const consoleTokenOf = (role: ConsoleRole): string => role.padEnd(32, '0')

function createStubSessions(): ConsoleSessions {
  const refuse = async () => {
    throw new Refusal('unauthenticated')
  }
  return {
    signIn: refuse,
    readLink: refuse,
    useLink: refuse,
    authenticate: async (token) => {
      const role = CONSOLE_ROLES.find((one) => consoleTokenOf(one) === token)
      if (!role) throw new Refusal('unauthenticated')
      return { userId: role, name: `${role} of the console`, role, sessionId: token }
    },
    signOut: async () => undefined,
    changePassword: async () => undefined,
    list: async () => ({ sessions: [] }),
    endOthers: async () => undefined,
  }
}

export interface Recorded {
  readonly operation: string
  readonly args: readonly unknown[]
}

/**
 * Services that note how they are called and answer with well-formed facts: the HTTP layer is what is under test here.
 * `behave` may answer or throw instead.
 */
export function createStubServices(behave: (operation: OperationId) => unknown = () => undefined) {
  const calls: Recorded[] = []
  const samples: { operation: string; status: number }[] = []
  const spent = new Set<string>()
  const keys = new Map<string, ConnectionKeys>()
  const answer =
    (operation: OperationId, value: unknown) =>
    async (...args: unknown[]) => {
      calls.push({ operation, args })
      return ((await behave(operation)) ?? value) as never
    }
  const services: BridgeServices = {
    connections: {
      initiate: answer('initiateConnection', issued),
      list: answer('listConnections', { connections: [connection] }),
      listEnded: answer('listEndedConnections', { connections: [] }),
      read: answer('readConnection', detail),
      keyFacts: answer('readKeyFacts', { local: null, remote: null }),
      checkName: answer('checkConnectionName', { free: true, suggestion: null }),
      reissue: answer('reissueInvitation', issued),
      revoke: answer('revokeInvitation', detail),
      approve: answer('approveConnection', detail),
      reject: answer('rejectConnection', detail),
      issueRekeyCode: answer('issueRekeyCode', issued),
      rotateKeys: answer('rotateKeys', detail),
      diagnose: answer('diagnoseConnection', { connectionId: connection.id, at: AT, results: [] }),
      announceKeys: answer('announceKeys', { connectionId: connection.id, keyThumbprint: 'A'.repeat(43) }),
      preview: answer('previewInvitation', preview),
      accept: answer('acceptInvitation', detail),
      fetchAcceptance: answer('fetchAcceptance', { redeem: null }),
      settleAcceptance: answer('settleAcceptance', { invitationId: connection.id, state: 'active' }),
      redeem: answer('redeemInvitation', { grant: 'g' }),
      deactivate: answer('deactivateConnection', detail),
      activate: answer('activateConnection', detail),
      delete: answer('deleteConnection', detail),
      contact: answer('contactConnection', { connectionId: connection.id, pauses: 0, heard: 0 }),
      terminate: answer('terminateConnection', { connectionId: connection.id, state: 'terminated_by_peer' }),
      confirm: answer('confirmConnection', { connectionId: connection.id, state: 'active' }),
    },
    node: {
      discoveryDocument: answer('discover', document),
      status: answer('readStatus', status),
      checkPrerequisites: answer('checkPrerequisites', { at: AT, prerequisites: [] }),
      resolveDestination: answer('resolveDestination', {
        url: COMPANY_B.baseUrl,
        local: false,
        found: document,
        clockDifferenceMs: 0,
        keyFingerprint: null,
      }),
    },
    pairing: {
      pair: answer('pairInstance', {
        instanceUid: COMPANY_A.instanceUid,
        nodeUrl: COMPANY_A.baseUrl,
        nodeVersion: '0.1.0',
        keyFingerprint: FINGERPRINT,
      }),
      issueCode: answer('issuePairingCode', { pairingCode: 'https://node-a.example#pair=x', expiresAt: AT }),
      revoke: answer('revokePairing', { pairing: null }),
      describe: answer('listPairings', { pairing: pairingFacts }),
    },
    callers: {
      authenticateInstance: async (bearer) => {
        if (bearer !== INSTANCE_TOKEN) throw new Refusal('unauthenticated')
        return { kind: 'instance', instanceUrl: 'https://a.example' }
      },
      authenticateOperator: async (bearer) => {
        if (bearer !== OPERATOR_TOKEN) throw new Refusal('unauthenticated')
        return { kind: 'operator' }
      },
      findConnectionKeys: async (id) => keys.get(id),
      spendRequestId: async (jti) => !spent.has(jti) && Boolean(spent.add(jti)),
      signAnswer: async () => 'signature',
      signInvitationAnswer: async () => 'signature',
      isKnownSource: async () => false,
      noteSignedCall: async (id) => void calls.push({ operation: 'noteSignedCall', args: [id] }),
    },
    health: { ready: answer('readReadiness', { ready: true, checks: { database: true } }) },
    metrics: {
      render: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'accord_up 1\n' }),
      observeHttp: (sample) => void samples.push(sample),
    },
    audit: {
      page: answer('exportAudit', { contentType: 'application/x-ndjson; charset=utf-8', text: '' }),
      trail: answer('readAuditTrail', { entries: [], before: null }),
      verify: answer('verifyAudit', verdict),
    },
    jobs: {
      listStuck: answer('listStuckJobs', { jobs: [], dead: 0, retrying: 0 }),
      rerun: answer('rerunJob', { id: connection.id }),
      rerunAll: answer('rerunJobs', { count: 0 }),
    },
    settings: {
      read: answer('readSettings', settings),
      change: answer('changeSettings', settings),
    },
    licences: {
      report: answer('readLicence', licenceReport),
      install: answer('installLicence', licenceReport),
    },
    trackers: { set: answer('setTracker', { tracker: null }) },
    console: {
      accounts: {
        list: answer('listConsoleUsers', { users: [] }),
        invite: answer('inviteConsoleUser', { user: consoleUser, link: null }),
        reset: answer('resetConsoleUser', { user: consoleUser, link: null }),
        disable: answer('disableConsoleUser', { user: consoleUser }),
        enable: answer('enableConsoleUser', { user: consoleUser }),
      },
      sessions: createStubSessions(),
      issueFirstLink: async () => undefined,
    },
  }
  return { services, calls, samples, keys }
}
