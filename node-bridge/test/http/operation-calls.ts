import { randomUUID } from 'node:crypto'

import {
  type Contract,
  type Operation,
  type OperationId,
  OPERATIONS,
  type Proof,
  type SchemaName,
} from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'

import { createKeyPair, type KeyPair } from '../../src/keys/key-pair.ts'
import { createRequestAuthorization } from '../../src/nodes/signature.ts'
import { createSourceAuthorization } from '../../src/nodes/source-signature.ts'
import { COMPANY_A, COMPANY_B } from '../handshake/messages/parties.ts'
import { PUBLIC_URL } from './running-app.ts'
import { INSTANCE_TOKEN, OPERATOR_TOKEN, type createStubServices } from './stub-services.ts'

export const CONNECTION_ID = randomUUID()
export const INVITATION_ID = randomUUID()
export const JOB_ID = randomUUID()
export const ITEM_ID = randomUUID()
const FILE_HASH = 'h'.repeat(43)

const ACTOR = { actor: 'admin' }
const CONSOLE_USER = { name: 'ada', ...ACTOR }

const SCRIPTS = { table: 'incident', outgoing: 'a', incoming: 'b' }

/** A body of each kind that a contract names. */
const BODIES: Partial<Record<SchemaName, object>> = {
  ActorRequest: ACTOR,
  RedeemRequest: { redeem: 'a.b.c' },
  FetchAcceptanceRequest: { waitMs: 0 },
  SettleAcceptanceRequest: { redeem: 'a.b.c', grant: 'a.b.c' },
  ContactRequest: { pauses: 0, acknowledged: 0 },
  PublishKeysRequest: { id: randomUUID(), chain: ['a.b.c'] },
  ExchangeRequest: { messages: [], results: [], received: [], settled: [], refused: [], want: 0 },
  CandidatesRequest: { key: 'k'.repeat(43), paths: ['key', '/summary'], after: 'a1' },
  ListCandidatesRequest: { side: 'here', key: 'k'.repeat(43), fields: ['number'], after: 'a1' },
  HashesRequest: { key: 'k'.repeat(43), pairs: [ITEM_ID], look: false },
  PairingRequest: {
    pairingSecret: 'x'.repeat(32),
    token: 'y'.repeat(40),
    callbackKey: Buffer.alloc(32).toString('base64'),
    instanceUrl: 'https://a.service-now.example',
    instanceName: 'A',
    instanceVersion: 'Zurich',
    appVersion: '0.1.0',
    ...ACTOR,
  },
  ResolveDestinationRequest: { url: 'acme.service-now.com' },
  CheckNameRequest: { name: 'A to B' },
  InitiateRequest: {
    requestId: randomUUID(),
    destinationUrl: null,
    mode: 'script',
    localShortName: 'A',
    remoteShortName: 'B',
    name: 'A to B',
    description: '',
    ...ACTOR,
  },
  PreviewRequest: { text: 'accord1_x' },
  AcceptRequest: { text: 'accord1_x', ...ACTOR },
  DiagnoseRequest: ACTOR,
  ChangeSettingsRequest: { approval: true, ...ACTOR },
  InstallLicenceRequest: { token: 'x', ...ACTOR },
  RerunJobsRequest: { queue: 'callback', ...ACTOR },
  SetTrackerRequest: { kind: 'JIRA', url: 'https://jira.c.example', name: 'Company C', ...ACTOR },
  InviteConsoleUserRequest: { role: 'admin', ...CONSOLE_USER },
  ConsoleUserRequest: CONSOLE_USER,
  CheckScriptsRequest: SCRIPTS,
  TestScriptsRequest: { ...SCRIPTS, subject: { kind: 'record', key: 'INC1' }, mayWiden: false },
  CheckBulkRequest: { step: 'retry', filter: 'held', ...ACTOR },
  BeginBulkRequest: { step: 'retry', filter: 'held', asOf: new Date().toISOString(), ...ACTOR },
  ChangeBulkRequest: { step: 'pause', ...ACTOR },
  ShadowRunRequest: { ...SCRIPTS, mayWiden: false, itemIds: [ITEM_ID] },
  ScriptPlaceRequest: { direction: 'outgoing', source: 'x', offset: 1, language: 'en' },
  RulesVersionRequest: { direction: 'outgoing', version: 1 },
  RetryItemsRequest: { actor: 'admin', cause: 'script_threw' },
  ConnectListRequest: { actor: 'admin', csv: 'INC1,INC2', isDryRun: true },
  ConnectRecordsRequest: { actor: 'admin', localKey: 'INC1', remoteKey: 'INC2' },
  EditItemRequest: { actor: 'admin', replica: { summary: 'as it should be', customKeys: {} } },
  CheckTriggerRequest: { table: 'incident', query: 'active=true' },
  SaveSyncDraftRequest: {
    table: 'incident',
    outgoing: 'a',
    incoming: 'b',
    trigger: { query: '', isActive: true, history: 'visible', notes: '' },
    mayWiden: false,
    basedOn: { outgoing: 0, incoming: 0 },
    follows: null,
    actor: 'admin',
  },
  BeginBackfillRequest: { perMinute: 60, ...ACTOR },
  ChangeBackfillRequest: { step: 'pause', perMinute: 60, ...ACTOR },
  BeginCanaryRequest: {
    ...SCRIPTS,
    mayWiden: false,
    basedOn: { outgoing: 1, incoming: 1 },
    pairs: 20,
    failures: 3,
    note: '',
    ...ACTOR,
  },
  EndCanaryRequest: { decision: 'giveUp', ...ACTOR },
  PublishSyncRequest: {
    ...SCRIPTS,
    trigger: { query: 'active=true', isActive: true, history: 'visible', notes: '' },
    mayWiden: false,
    basedOn: { outgoing: 0, incoming: 0 },
    draft: null,
    note: '',
    ...ACTOR,
  },
}

/** A body that the operation accepts; undefined where it takes none. */
export const bodyFor = ({ body }: Contract): object | undefined => body && BODIES[body]

const TOKENS: Partial<Record<Proof, string>> = {
  'instance-token': `Bearer ${INSTANCE_TOKEN}`,
  'operator-token': `Bearer ${OPERATOR_TOKEN}`,
}

export const connectionKey: KeyPair = await createKeyPair()

/** Lets the stub's callers know the key of CONNECTION_ID. */
export const registerKey = ({ keys }: ReturnType<typeof createStubServices>) =>
  keys.set(CONNECTION_ID, {
    connectionId: CONNECTION_ID,
    localInstanceUid: COMPANY_A.instanceUid,
    remoteInstanceUid: COMPANY_B.instanceUid,
    remoteKey: connectionKey.publicJwk,
    remoteKeyThumbprint: connectionKey.thumbprint,
  })

export const signConfirm = (
  now = new Date(),
  path = pathOf(OPERATIONS.confirmConnection.path, { connectionId: CONNECTION_ID }),
  body: Uint8Array = new Uint8Array(),
  method: 'GET' | 'POST' | 'PUT' = 'POST',
) =>
  createRequestAuthorization({
    key: connectionKey,
    iss: COMPANY_B.instanceUid,
    aud: COMPANY_A.instanceUid,
    connectionId: CONNECTION_ID,
    method,
    url: PUBLIC_URL + path,
    body,
    now,
  })

const authorizationFor = ({ proof, method }: Operation, path: string, body: Uint8Array) =>
  proof === 'signed-request'
    ? signConfirm(new Date(), path, body, method)
    : proof === 'source-signature'
      ? signAsSource(path, body)
      : TOKENS[proof]

const signAsSource = (path: string, body: Uint8Array): Promise<string> =>
  createSourceAuthorization({
    identity: connectionKey,
    iss: COMPANY_B.instanceUid,
    aud: COMPANY_A.instanceUid,
    invitationId: INVITATION_ID,
    url: PUBLIC_URL + path,
    body,
    now: new Date(),
  })

/** Calls an operation as its rightful caller would, with changes. */
export async function callOperation(
  origin: string,
  name: OperationId,
  change: RequestInit & { path?: string } = {},
): Promise<Response> {
  const { method, path } = OPERATIONS[name]
  const body = bodyFor(OPERATIONS[name])
  const usualPath = pathOf(path, {
    connectionId: CONNECTION_ID,
    invitationId: INVITATION_ID,
    jobId: JOB_ID,
    itemId: ITEM_ID,
    bulkId: ITEM_ID,
    mid: ITEM_ID,
    uploadId: ITEM_ID,
    downloadId: ITEM_ID,
    sha256: FILE_HASH,
  })
  const bytes =
    change.body instanceof Uint8Array
      ? change.body
      : Buffer.from(String(change.body ?? (body ? JSON.stringify(body) : '')))
  const authorization = await authorizationFor(OPERATIONS[name], usualPath, bytes)
  return fetch(origin + (change.path ?? usualPath), {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...change,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(authorization ? { authorization } : {}),
      ...change.headers,
    },
  })
}
