import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

import {
  type Contract,
  CONTRACTS,
  type OperationName,
  type SchemaName,
  type TextAnswer,
} from '@accord/shared/contracts'
import { CONSOLE_ROLES, type ConsoleRole } from '@accord/shared/protocol'
import { OVERVIEW_HOURS } from '@accord/shared/sync'

import { Refusal } from '../../src/refusals/refusal.ts'
import type { ConsoleSessions } from '../../src/console/console-sessions.ts'
import type { AppServices } from '../../src/http/app.ts'
import { createOpenApi } from '../../src/http/openapi.ts'
import type { ConnectionKeys } from '../../src/nodes/callers.ts'
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
const pairingDetails = {
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
  rulesAuthor: true,
  state: 'invited' as const,
  createdAt: AT,
  lastSignInAt: null,
}

/** A session whose token is the name of its role, filled up. Of them the admin may publish scripts. */
export const consoleTokenOf = (role: ConsoleRole): string => role.padEnd(32, '0')

const OWN_NOTICES = { wanted: false, address: null, language: 'en' as const, domains: [] }

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
      const isRulesAuthor = role === 'admin'
      return { userId: role, name: `${role} of the console`, role, isRulesAuthor, sessionId: token }
    },
    signOut: async () => undefined,
    changePassword: async () => undefined,
    list: async () => ({ sessions: [] }),
    endOthers: async () => undefined,
  }
}

const configuration = {
  connectionId: connection.id,
  table: 'incident',
  template: { name: 'incident', outgoing: 'a', incoming: 'b', query: 'active=true' },
  isBasic: false,
  unmapped: [],
  outgoing: null,
  incoming: null,
  trigger: null,
  draft: null,
  access: { state: 'none' as const },
  isPeerReady: null,
}
const syncItem = {
  id: connection.id,
  connectionId: connection.id,
  table: 'incident',
  state: 'linked' as const,
  status: 'synced' as const,
  local: { key: 'INC0010001', url: null },
  remote: { key: null, url: null },
  lastOutAt: AT,
  lastInAt: null,
  faults: [],
  createdAt: AT,
  changedAt: AT,
}
const EACH_HOUR = Array.from({ length: OVERVIEW_HOURS }, (_, at) => at)
const counts = { upTo: 1000, all: 1, synced: 1, moving: 0, held: 0, ended: 0 }

/** An answer of each kind that a contract names. */
const ANSWERS: Partial<Record<SchemaName, unknown>> = {
  DiscoveryDocument: document,
  NodeStatus: status,
  PrerequisiteCheck: { at: AT, prerequisites: [] },
  Health: { status: 'ok' },
  Readiness: { ready: true, checks: { database: true } },
  OpenApiDocument: createOpenApi(COMPANY_A.baseUrl),
  RedeemResponse: { grant: 'g' },
  FetchAcceptanceResponse: { redeem: null },
  SettleAcceptanceResponse: { invitationId: connection.id, state: 'active' },
  ConfirmResponse: { connectionId: connection.id, state: 'active' },
  ContactResponse: { connectionId: connection.id, pauses: 0, acknowledged: 0 },
  TerminateResponse: { connectionId: connection.id, state: 'terminated_by_peer' },
  ExchangeAnswer: { messages: [], results: [], received: [], settled: [], refused: [] },
  PublishKeysResponse: { connectionId: connection.id, keyThumbprint: 'A'.repeat(43) },
  KeyDetails: { local: null, remote: null },
  ConnectionDetail: detail,
  ConnectionList: { connections: [connection] },
  ConnectionDiagnosis: { connectionId: connection.id, at: AT, results: [] },
  IssuedInvitation: issued,
  InitiateResponse: issued,
  InvitationPreview: preview,
  CheckNameResponse: { free: true, suggestion: null },
  ResolvedDestination: {
    url: COMPANY_B.baseUrl,
    local: false,
    found: document,
    clockDifferenceMs: 0,
    keyFingerprint: null,
  },
  PairingResponse: {
    instanceUid: COMPANY_A.instanceUid,
    nodeUrl: COMPANY_A.baseUrl,
    nodeVersion: '0.1.0',
    keyFingerprint: FINGERPRINT,
  },
  PairingEnded: { pairing: null },
  NodeWoken: { woken: true },
  PairingCodeResponse: { pairingCode: 'https://node-a.example#pair=x', expiresAt: AT },
  PairingDescription: { pairing: pairingDetails },
  TrackerAnswer: { tracker: null },
  NodeSettings: settings,
  LicenceReport: licenceReport,
  NoticeReport: { mail: null, webhook: null, event: false, open: [], deliveries: [] },
  NoticeTestAnswer: { results: [] },
  Overview: {
    needs: [{ cause: 'licence_ends', subject: '', connection: null, count: 1, since: AT }],
    moreNeeds: false,
    since: AT,
    connections: [
      {
        id: connection.id,
        name: 'Acme to Globex',
        remote: 'Globex',
        state: 'active',
        sent: EACH_HOUR,
        received: EACH_HOUR,
        waited: EACH_HOUR,
        p50Ms: 640,
        p95Ms: 1900,
        oldestMovingAt: AT,
        held: 2,
      },
    ],
    more: false,
  },
  StuckJobList: { jobs: [], dead: 0, retrying: 0 },
  RerunJobResponse: { id: connection.id },
  RerunJobsResponse: { count: 0 },
  AuditTrail: { entries: [], before: null },
  AuditVerdict: verdict,
  ConsoleUserList: { users: [] },
  SyncConfiguration: configuration,
  ScriptFaults: { faults: [], areTablesKnown: true },
  ScriptCompletions: { from: 0, options: [] },
  ScriptPlace: { hover: null, signature: null },
  ShadowRun: { faults: [], pairs: [] },
  TestedScripts: { at: AT, outcome: { kind: 'nothing' }, lookups: [], steps: [], logs: [] },
  CheckedTrigger: { matching: 3, newest: ['INC0010001'], texts: ['Mail is down'] },
  ConditionFields: {
    fields: [{ path: 'state', label: 'State', type: 'choice', choices: [{ value: '1', label: 'New' }] }],
  },
  ReceivedMessages: { keptDays: 0, messages: [] },
  SavedSyncDraft: { draft: null },
  PublishedSync: { faults: [], configuration },
  RulesVersions: { versions: [], hasOlder: false },
  RulesVersionText: { direction: 'outgoing', version: 1, source: 'a' },
  DictionaryWarnings: { warnings: [] },
  CanaryView: { canary: null },
  BegunCanary: { faults: [], canary: null },
  ScriptTypes: { api: 'a', tables: null },
  RecordedRun: { at: AT, direction: 'outgoing', faults: [], input: '{}', answers: [] },
  SyncQueue: {
    items: [syncItem],
    next: null,
    causes: [{ connectionId: syncItem.connectionId, code: 'value_unmapped', count: 41 }],
    connections: [{ id: syncItem.connectionId, name: 'Acme to Globex', remote: 'Globex' }],
    tables: ['incident'],
  },
  SyncItemList: { items: [syncItem], next: null, counts, causes: [], retrying: null, comparison: null, pause: null },
  DriftView: { check: null, pairs: [] },
  BackfillView: { backfill: null },
  BackfillCount: { matching: 412, paired: 12, isExact: true, perMinute: 30 },
  HashedPairs: { pairs: [] },
  CandidatePage: { records: [{ key: 'INC1', hash: 'h'.repeat(22) }], passed: 1, next: 'a1' },
  ComparisonView: { comparison: null, records: [] },
  SyncItemDetail: { item: syncItem, steps: [], files: [], messages: [], keptDays: 0 },
  MessageContent: { replica: { customKeys: {} }, changed: [], comments: [], files: [], plan: null },
  RetriedItems: { count: 1 },
  Bulks: { bulks: [] },
  BulkCheck: { asOf: AT, count: 41, sample: [syncItem] },
  ConnectedList: {
    rows: [{ line: 1, localKey: 'INC1', remoteKey: 'INC2', outcome: 'would_link', detail: '' }],
  },
  HeldMessage: { replica: { customKeys: {} }, changed: [] },
  FilePartTaken: { received: 0 },
  FileUploaded: { bytes: 0 },
  ConsoleUserAnswer: { user: consoleUser },
  ConsoleInvitation: { user: consoleUser, link: null },
}
const TEXTS: Readonly<Record<string, TextAnswer>> = {
  'text/plain': { contentType: 'text/plain; version=0.0.4', text: 'accord_up 1\n' },
  'application/x-ndjson': { contentType: 'application/x-ndjson; charset=utf-8', text: '' },
}

/** Of no bytes; a part has a range, a whole file none. */
const BYTES = { contentType: 'application/octet-stream', bytes: 0 }
const bytesIfAny = (contract: Contract) =>
  contract.answerType && {
    ...BYTES,
    parts: Readable.from([]),
    ...(contract.status === 206 && { range: { from: 0, of: 0 } }),
  }

export interface Recorded {
  readonly operation: string
  /** The call as its handler got it. */
  readonly call: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown }
}

/**
 * Handlers that note how they are called and answer with well-formed facts: the HTTP layer is what is under test here.
 * `behave` may answer or throw instead.
 */
export function createStubServices(behave: (operation: OperationName) => unknown = () => undefined) {
  const calls: Recorded[] = []
  const samples: { operation: string; status: number }[] = []
  const spent = new Set<string>()
  const keys = new Map<string, ConnectionKeys>()
  const handlers = Object.entries(CONTRACTS).map(([name, contract]: [string, Contract]) => [
    name,
    async (call: Recorded['call']) => {
      calls.push({ operation: name, call })
      const usual = contract.answer
        ? ANSWERS[contract.answer]
        : (TEXTS[contract.answerType ?? ''] ?? bytesIfAny(contract))
      return (await behave(name as OperationName)) ?? usual
    },
  ])
  const services: AppServices = {
    operations: Object.fromEntries(handlers) as AppServices['operations'],
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
      noteSignedCall: async (id) => void calls.push({ operation: 'noteSignedCall', call: { params: id } }),
    },
    metrics: { observeHttp: (sample) => void samples.push(sample) },
    sessions: createStubSessions(),
    ownNotices: { read: async () => OWN_NOTICES, change: async () => OWN_NOTICES },
  }
  return { services, calls, samples, keys }
}
