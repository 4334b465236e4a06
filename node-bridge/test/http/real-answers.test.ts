import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { OPERATIONS, type OperationId } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import { z } from 'zod'

import { createVendor } from '../licence/vendor.ts'
import { startRealNode, type RealNode } from './real-node.ts'
import { OPERATOR_TOKEN } from './stub-services.ts'

type Schema = { [member: string]: unknown }
type Content = Record<string, { schema: Schema }>
interface Document {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content: Content }> }>>
  readonly components: { readonly schemas: Record<string, Schema> }
}

let a: RealNode
let b: RealNode
const vendor = await createVendor()
let document: Document
/** Operation and status of every answer that was held against its documentation. */
const seen = new Set<string>()

beforeAll(async () => {
  a = await startRealNode('Company A', { ...vendor.settings, ...MAIL })
  b = await startRealNode('Company B')
  document = (await (await fetch(`${a.url}/openapi.json`)).json()) as Document
})
afterAll(async () => {
  await a.close()
  await b.close()
})

/** JSON Schema reads patterns as Unicode ones, `fromJSONSchema` does not: it would take `\p{Cc}` for letters. */
const withoutUnicodeClasses = (member: string, value: unknown) =>
  member === 'pattern' && String(value).includes(String.raw`\p{`) ? undefined : value

/** The published schema of an answer as a check: what a client generated from the document would demand. */
function published(name: OperationId, status: number, type: string) {
  const { path, method } = OPERATIONS[name]
  const schema = document.paths[path]?.[method.toLowerCase()]?.responses[status]?.content[type]?.schema
  if (!schema) throw new Error(`${name} answers ${status} ${type}, which is not documented`)
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas })
  return z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/'), withoutUnicodeClasses))
}

async function call(node: RealNode, name: OperationId, body?: object, params: Record<string, string> = {}) {
  const { proof } = OPERATIONS[name]
  const token = proof === 'instance-token' ? node.token : proof === 'operator-token' ? OPERATOR_TOKEN : undefined
  const response = await fetch(node.url + pathOf(OPERATIONS[name].path, params), {
    method: OPERATIONS[name].method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  })
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const text = await response.text()
  const answer: unknown = /[/+]json$/u.test(type) ? JSON.parse(text) : text
  const checked = published(name, response.status, type).safeParse(answer)
  expect([name, response.status, checked.error?.issues ?? []]).toEqual([name, response.status, []])
  seen.add(`${name} ${response.status}`)
  return { status: response.status, answer: answer as Record<string, unknown> }
}

const idOf = (answer: Record<string, unknown>) => (answer['connection'] as { id: string }).id

/** A mail server that is not there: a test of it is answered all the same. */
const MAIL = {
  ACCORD_SMTP_HOST: '127.0.0.1',
  ACCORD_SMTP_PORT: '9',
  ACCORD_MAIL_FROM: 'accord@a.example',
  ACCORD_MAIL_TO: 'ops@a.example',
}

const wizard = {
  destinationUrl: null,
  mode: 'script',
  localShortName: 'A',
  remoteShortName: 'B',
  name: 'A to B',
  description: '',
  actor: 'admin',
}

test('a real node answers every operation as its own document says, successes and refusals alike', async () => {
  await call(a, 'readStatus')
  for (const node of [a, b]) await call(node, 'pairInstance', node.pairing)
  await call(a, 'pairInstance', { ...a.pairing, token: 'x'.repeat(40) })
  for (const name of [
    'discover',
    'readStatus',
    'readLicence',
    'readSettings',
    'readHealth',
    'readReadiness',
    'readMetrics',
    'listPairings',
    'issuePairingCode',
    'readOpenApi',
    'exportAudit',
    'verifyAudit',
    'listStuckJobs',
    'readNotices',
    'readOverview',
  ] as const)
    await call(a, name)
  await call(a, 'resolveDestination', { url: b.url })
  await call(a, 'resolveDestination', { url: 'http://10.0.0.1' })
  await call(a, 'checkConnectionName', { name: 'A to B' })
  const requestId = randomUUID()
  const issued = await call(a, 'initiateConnection', { ...wizard, requestId })
  await call(a, 'initiateConnection', { ...wizard, requestId: randomUUID() })
  await call(a, 'initiateConnection', { ...wizard, requestId: randomUUID(), mode: 'visual' })
  const connectionId = idOf(issued.answer)
  const reissued = await call(a, 'reissueInvitation', { actor: 'admin' }, { connectionId })
  const text = String(reissued.answer['code'])
  await call(b, 'previewInvitation', { text })
  await call(a, 'previewInvitation', { text })
  await call(b, 'previewInvitation', { text: text.slice(0, 500) })
  const accepted = await call(b, 'acceptInvitation', { text, actor: 'admin' })
  expect(accepted.answer['connection']).toMatchObject({ state: 'active' })
  await call(b, 'acceptInvitation', { text, actor: 'admin' })
  await call(a, 'listConnections')
  await call(a, 'readOverview')
  await call(a, 'readConnection', undefined, { connectionId })
  await call(a, 'readConnection', undefined, { connectionId: randomUUID() })
  await call(a, 'readAuditTrail', undefined, { connectionId })
  await call(a, 'readAuditTrail', undefined, { connectionId: randomUUID() })
  await call(a, 'readKeyDetails', undefined, { connectionId })
  const { answer } = await call(a, 'readSyncConfiguration', undefined, { connectionId })
  const { outgoing, incoming } = answer['template'] as { outgoing: string; incoming: string }
  const scripts = { table: 'incident', outgoing, incoming }
  const publication = { ...scripts, trigger: { query: '', isActive: true }, basedOn: { outgoing: 0, incoming: 0 } }
  await call(a, 'checkScripts', { ...scripts, outgoing: 'const = 1' }, { connectionId })
  const place = { direction: 'outgoing', source: outgoing, offset: 20, language: 'en' }
  await call(a, 'completeScript', place, { connectionId })
  await call(a, 'describeScriptPlace', place, { connectionId })
  for (const subject of [
    { kind: 'record', key: 'INC1' },
    { kind: 'message', itemId: randomUUID() },
  ])
    await call(a, 'testScripts', { ...scripts, subject }, { connectionId })
  await call(a, 'readScriptTypes')
  await call(a, 'recordScriptRun', { ...scripts, subject: { kind: 'record', key: 'INC1' } }, { connectionId })
  await call(a, 'listReceivedMessages', undefined, { connectionId })
  await call(a, 'shadowScripts', { ...scripts, itemIds: [randomUUID()] }, { connectionId })
  await call(a, 'checkTrigger', { table: 'incident', query: '' }, { connectionId })
  await call(a, 'readConditionFields', undefined, { connectionId })
  const { basedOn } = publication
  const trigger = { query: '', isActive: true, history: 'visible' }
  const draft = { ...scripts, outgoing: '// draft', trigger, mayWiden: false, basedOn, follows: null, actor: 'admin' }
  await call(a, 'saveSyncDraft', draft, { connectionId })
  await call(a, 'saveSyncDraft', { ...draft, outgoing: '// another' }, { connectionId })
  await call(a, 'publishSync', { ...publication, actor: 'admin' }, { connectionId })
  await call(a, 'publishSync', { ...publication, actor: 'admin' }, { connectionId })
  const tried = { ...scripts, outgoing: `${outgoing}// tried`, basedOn: { outgoing: 1, incoming: 1 }, actor: 'admin' }
  await call(a, 'beginCanary', tried, { connectionId })
  await call(a, 'upgradeToScript', { actor: 'admin' }, { connectionId })
  await call(a, 'readDictionaryWarnings', undefined, { connectionId })
  await call(a, 'readCanary', undefined, { connectionId })
  await call(a, 'endCanary', { decision: 'giveUp', actor: 'admin' }, { connectionId })
  await call(a, 'endCanary', { decision: 'publish', actor: 'admin' }, { connectionId })
  await call(a, 'listRulesVersions', undefined, { connectionId })
  await call(a, 'readRulesVersion', { direction: 'outgoing', version: 1 }, { connectionId })
  await call(a, 'readRulesVersion', { direction: 'outgoing', version: 9 }, { connectionId })
  await call(a, 'listSyncItems', undefined, { connectionId })
  await call(a, 'readSyncQueue', undefined, {})
  await call(a, 'retrySyncItems', { actor: 'admin' }, { connectionId })
  await call(a, 'readComparison', undefined, { connectionId })
  await call(a, 'goOnComparing', { actor: 'admin' }, { connectionId })
  await call(a, 'readDrift', undefined, { connectionId })
  await call(a, 'settleDrift', { actor: 'admin' }, { connectionId })
  await call(a, 'checkDrift', { actor: 'admin' }, { connectionId })
  for (const name of ['countBackfill', 'beginBackfill', 'changeBackfill'] as const)
    await call(a, name, { actor: 'admin' }, { connectionId })
  await call(a, 'readBackfill', undefined, { connectionId })
  await call(a, 'listCandidates', { side: 'here', key: 'k'.repeat(43), fields: ['key'] }, { connectionId })
  await call(a, 'connectList', { csv: 'INC1,INC2', isDryRun: true, actor: 'admin' }, { connectionId })
  await call(a, 'connectRecords', { localKey: 'INC1', remoteKey: 'INC2', actor: 'admin' }, { connectionId })
  await call(a, 'readSyncItem', undefined, { itemId: randomUUID() })
  await call(a, 'listBulks')
  await call(a, 'checkBulk', { step: 'retry', actor: 'admin' })
  await call(a, 'beginBulk', { step: 'retry', asOf: new Date().toISOString(), actor: 'admin' })
  await call(a, 'changeBulk', { step: 'pause', actor: 'admin' }, { bulkId: randomUUID() })
  await call(a, 'readHeldMessage', undefined, { itemId: randomUUID() })
  await call(a, 'readSyncMessage', undefined, { itemId: randomUUID(), mid: randomUUID() })
  await call(a, 'editSyncItem', { actor: 'admin', replica: { customKeys: {} } }, { itemId: randomUUID() })
  for (const name of ['retrySyncItem', 'syncItemNow', 'skipSyncItem', 'unlinkSyncItem'] as const)
    await call(a, name, { actor: 'admin' }, { itemId: randomUUID() })
  await call(a, 'rerunJob', { actor: 'admin' }, { jobId: randomUUID() })
  await call(a, 'rerunJobs', { actor: 'admin', queue: 'callback' })
  await call(a, 'revokeInvitation', { actor: 'admin' }, { connectionId })
  const other = await call(a, 'initiateConnection', { ...wizard, name: 'A to C', requestId: randomUUID() })
  await call(a, 'revokeInvitation', { actor: 'admin' }, { connectionId: idOf(other.answer) })
  for (const decision of ['approveConnection', 'rejectConnection'] as const) {
    const asked = { ...wizard, name: decision, approval: true, requestId: randomUUID() }
    const waiting = await call(a, 'initiateConnection', asked)
    await call(b, 'acceptInvitation', { text: String(waiting.answer['code']), actor: 'admin' })
    await call(a, decision, { actor: 'admin' }, { connectionId: idOf(waiting.answer) })
    await call(a, decision, { actor: 'admin' }, { connectionId })
  }
  await call(a, 'issueRekeyCode', { actor: 'admin' }, { connectionId })
  await call(b, 'rotateKeys', { actor: 'admin' }, { connectionId: idOf(accepted.answer) })
  for (const name of ['deactivateConnection', 'activateConnection', 'deleteConnection'] as const)
    await call(a, name, { actor: 'admin' }, { connectionId })
  await call(a, 'deactivateConnection', { actor: 'admin' }, { connectionId })
  await call(a, 'listEndedConnections')
  await call(a, 'contactConnection', { pauses: 0, acknowledged: 0 }, { connectionId })
  await call(a, 'terminateConnection', undefined, { connectionId })
  await call(a, 'installLicence', { token: 'nonsense', actor: 'admin' })
  await call(a, 'installLicence', { token: await vendor.sign(), actor: 'admin' })
  await call(a, 'changeSettings', { approval: null, actor: 'admin' })
  await call(a, 'checkPrerequisites', { actor: 'admin' })
  await call(a, 'diagnoseConnection', { actor: 'admin' }, { connectionId })
  await call(b, 'wakeNode')
  await call(b, 'endPairing', { actor: 'admin' })
  await call(b, 'revokePairing')
  await call(b, 'readStatus')
  await call(a, 'setTracker', { kind: 'JIRA', url: 'https://jira.c.example', name: 'C', actor: 'admin' })
  await call(b, 'setTracker', { kind: 'JIRA', url: 'https://jira.c.example', name: 'C', actor: 'admin' })
  await call(b, 'readStatus')
  await call(a, 'testNotices', { actor: 'admin' })
  await call(b, 'testNotices', { actor: 'admin' })
  const ada = { name: 'ada', actor: 'admin' }
  await call(a, 'disableConsoleUser', ada)
  await call(a, 'inviteConsoleUser', { ...ada, role: 'auditor' })
  await call(a, 'listConsoleUsers')
  await call(a, 'disableConsoleUser', ada)
  await call(a, 'inviteConsoleUser', { ...ada, role: 'auditor' })
  await call(a, 'enableConsoleUser', ada)
  await call(a, 'resetConsoleUser', ada)
  await call(a, 'redeemInvitation', { redeem: 'a.b.c' }, { invitationId: randomUUID() })
  await call(a, 'confirmConnection', undefined, { connectionId })
})

test('every operation was answered with success at least once, but for those that only a node can call', () => {
  const succeeded = (Object.keys(OPERATIONS) as OperationId[]).filter((name) =>
    seen.has(`${name} ${OPERATIONS[name].status ?? 200}`),
  )
  // No call leaves a dead job behind: running one again is in operation/jobs.test.ts.
  // An operator's variant is the same handler with the same contract: the command line's tests call them.
  const seeable = Object.keys(OPERATIONS).filter((name) => name !== 'rerunJob' && !name.endsWith('AsOperator'))
  const missing = seeable.filter((name) => !succeeded.includes(name as OperationId))
  // Redeem and confirm succeed inside acceptInvitation, the others in the stories of two nodes: B could not have become active otherwise, and pairs have two sides.
  expect(missing).toEqual([
    'redeemInvitation',
    'fetchAcceptance',
    'settleAcceptance',
    'confirmConnection',
    'contactConnection',
    'terminateConnection',
    'exchange',
    'tellHashes',
    'tellCandidates',
    'readBlob',
    'writeBlob',
    'uploadFile',
    'downloadFile',
    'testScripts',
    'upgradeToScript',
    'recordScriptRun',
    'listCandidates',
    'connectRecords',
    'readSyncItem',
    'retrySyncItem',
    'syncItemNow',
    'readSyncMessage',
    'readHeldMessage',
    'editSyncItem',
    'skipSyncItem',
    'unlinkSyncItem',
    'beginBulk',
    'changeBulk',
    'goOnComparing',
    'settleDrift',
    'countBackfill',
    'publishKeys',
  ])
  expect([...seen].filter((answer) => /[45]\d\d$/u.test(answer)).length).toBeGreaterThan(8)
})
