import { randomUUID } from 'node:crypto'

import { OPERATIONS, pathOf, plainNameOf, type OperationId } from '@accord/shared/protocol'

import { createKeyPair, type KeyPair } from '../../src/keys/key-pair.ts'
import { createRequestAuthorization } from '../../src/nodes/signature.ts'
import { createSourceAuthorization } from '../../src/nodes/source-signature.ts'
import { CONTRACTS } from '../../src/http/contracts.ts'
import { COMPANY_A, COMPANY_B } from '../handshake/messages/parties.ts'
import { PUBLIC_URL } from './running-app.ts'
import { INSTANCE_TOKEN, OPERATOR_TOKEN, type createStubServices } from './stub-services.ts'

export const CONNECTION_ID = randomUUID()
export const INVITATION_ID = randomUUID()
export const JOB_ID = randomUUID()

/** A body that each operation accepts. */
export const BODIES: Partial<Record<OperationId, object>> = {
  redeemInvitation: { redeem: 'a.b.c' },
  fetchAcceptance: { waitMs: 0 },
  settleAcceptance: { redeem: 'a.b.c', grant: 'a.b.c' },
  pairInstance: {
    pairingSecret: 'x'.repeat(32),
    token: 'y'.repeat(40),
    callbackKey: Buffer.alloc(32).toString('base64'),
    instanceUrl: 'https://a.service-now.example',
    instanceName: 'A',
    instanceVersion: 'Zurich',
    appVersion: '0.1.0',
    actor: 'admin',
  },
  resolveDestination: { url: 'acme.service-now.com' },
  checkPrerequisites: { actor: 'admin' },
  changeSettings: { approval: true, actor: 'admin' },
  endPairing: { actor: 'admin' },
  diagnoseConnection: { actor: 'admin' },
  installLicence: { token: 'x', actor: 'admin' },
  checkConnectionName: { name: 'A to B' },
  initiateConnection: {
    requestId: randomUUID(),
    destinationUrl: null,
    mode: 'script',
    localShortName: 'A',
    remoteShortName: 'B',
    name: 'A to B',
    description: '',
    actor: 'admin',
  },
  reissueInvitation: { actor: 'admin' },
  revokeInvitation: { actor: 'admin' },
  issueRekeyCode: { actor: 'admin' },
  rotateKeys: { actor: 'admin' },
  announceKeys: { id: randomUUID(), chain: ['a.b.c'] },
  rerunJob: { actor: 'admin' },
  rerunJobs: { actor: 'admin', queue: 'callback' },
  setTracker: { kind: 'JIRA', url: 'https://jira.c.example', name: 'Company C', actor: 'admin' },
  inviteConsoleUser: { name: 'ada', role: 'admin', actor: 'admin' },
  resetConsoleUser: { name: 'ada', actor: 'admin' },
  disableConsoleUser: { name: 'ada', actor: 'admin' },
  enableConsoleUser: { name: 'ada', actor: 'admin' },
  contactConnection: { pauses: 0, heard: 0 },
  deactivateConnection: { actor: 'admin' },
  activateConnection: { actor: 'admin' },
  deleteConnection: { actor: 'admin' },
  approveConnection: { actor: 'admin' },
  rejectConnection: { actor: 'admin' },
  previewInvitation: { text: 'accord1_x' },
  acceptInvitation: { text: 'accord1_x', actor: 'admin' },
}

const TOKENS: Partial<Record<(typeof CONTRACTS)[OperationId]['proof'], string>> = {
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
) =>
  createRequestAuthorization({
    key: connectionKey,
    iss: COMPANY_B.instanceUid,
    aud: COMPANY_A.instanceUid,
    connectionId: CONNECTION_ID,
    method: 'POST',
    url: PUBLIC_URL + path,
    body,
    now,
  })

const authorizationFor = (proof: (typeof CONTRACTS)[OperationId]['proof'], path: string, body: Uint8Array) =>
  proof === 'signed-request'
    ? signConfirm(new Date(), path, body)
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
  const { proof } = CONTRACTS[name]
  const body = BODIES[plainNameOf(name)]
  const usualPath = pathOf(path, { connectionId: CONNECTION_ID, invitationId: INVITATION_ID, jobId: JOB_ID })
  const bytes =
    change.body instanceof Uint8Array
      ? change.body
      : Buffer.from(String(change.body ?? (body ? JSON.stringify(body) : '')))
  const authorization = await authorizationFor(proof, usualPath, bytes)
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
