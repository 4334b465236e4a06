import { CONSOLE_CALLS, type ConsoleCallName, consoleCallsAt } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { addUser, installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { logEntryOf, snapshotOf } from './snapshots.ts'
import { ROLES, TABLES } from '../src/server/names.ts'
import { SCOPE } from '../src/server/scope.ts'

let instance: TestInstance
let node: ScriptedNode
const connection = snapshotOf({ name: 'Guarded' })

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  const news = { connection, log: [logEntryOf(connection.id, 'initiated')] }
  for (const operation of [
    'readStatus',
    'readLicence',
    'installLicence',
    'readSettings',
    'changeSettings',
    'checkPrerequisites',
    'diagnoseConnection',
    'resolveDestination',
    'checkConnectionName',
    'previewInvitation',
    'readAuditTrail',
    'readKeyDetails',
    'listStuckJobs',
    'readOverview',
    'rerunJob',
    'rerunJobs',
    'readSyncConfiguration',
    'checkScripts',
    'completeScript',
    'describeScriptPlace',
    'checkTrigger',
    'readConditionFields',
    'testScripts',
    'listReceivedMessages',
    'shadowScripts',
    'saveSyncDraft',
    'publishSync',
    'listRulesVersions',
    'readRulesVersion',
    'upgradeToScript',
    'readDictionaryWarnings',
    'readCanary',
    'beginCanary',
    'endCanary',
    'listSyncItems',
    'readSyncQueue',
    'retrySyncItems',
    'connectList',
    'listCandidates',
    'connectRecords',
    'readSyncItem',
    'retrySyncItem',
    'syncItemNow',
    'listBulks',
    'checkBulk',
    'beginBulk',
    'changeBulk',
    'readSyncMessage',
    'readHeldMessage',
    'editSyncItem',
    'skipSyncItem',
    'unlinkSyncItem',
    'readComparison',
    'goOnComparing',
    'readDrift',
    'checkDrift',
    'settleDrift',
    'readBackfill',
    'countBackfill',
    'beginBackfill',
    'changeBackfill',
  ] as const)
    node.reply(operation, { json: {} })
  for (const operation of [
    'readConnection',
    'revokeInvitation',
    'approveConnection',
    'rejectConnection',
    'rotateKeys',
    'deactivateConnection',
    'activateConnection',
    'deleteConnection',
    'acceptInvitation',
  ] as const)
    node.reply(operation, { json: news })
  for (const operation of ['initiateConnection', 'reissueInvitation', 'issueRekeyCode'] as const)
    node.reply(operation, { json: { connection, code: 'accord1_shown-once' } })
  node.reply('endPairing', { status: 503, json: { code: 'retry_later', detail: 'Not now.' } })
  await paired(instance, node.url)
}, 180_000)

afterAll(async () => {
  await node.close()
  await instance.close()
})

const RANKS = ['auditor', 'maintainer', 'admin'] as const
type Rank = (typeof RANKS)[number]
const BODIES: Readonly<Record<string, unknown>> = {
  pairNode: { pairingCode: 'not a code' },
  putSyncUser: { roles: [] },
  allowSyncAccess: { tables: [{ table: 'incident' }] },
  replaceSyncAccess: { table: 'incident' },
  removeSyncAccess: { table: 'incident' },
}
/** 200, except that the pairing is asked with nonsense, so that it changes nothing: 400 shows that the script was reached. */
const REACHED: Readonly<Record<string, number>> = { pairNode: 400, endPairing: 503, readOpenableTable: 400 }

/** Ending the pairing would end every other test: the node refuses it, which shows that the script was reached. */
const callAs = async (rank: Rank | 'nobody' | 'stranger', name: ConsoleCallName) => {
  const { method, path } = CONSOLE_CALLS[name]
  const body = method === 'POST' ? (BODIES[name] ?? {}) : undefined
  const { id } = connection
  const params = { connectionId: id, jobId: id, itemId: id, mid: id, bulkId: id }
  return (await instance[rank].call(method, pathOf(path, params), body)).status
}

const RANKED = consoleCallsAt('instance').filter(({ role }) => role !== 'rules_author')

describe.each(RANKED.map(({ name }) => name))('%s', (name) => {
  const least = RANKS.indexOf(CONSOLE_CALLS[name].role as Rank)

  test.each(RANKS)(
    'opens to the %s exactly when the rank is high enough; a refused call never reaches the node',
    async (rank) => {
      const before = node.requests.length
      const isOpen = RANKS.indexOf(rank) >= least
      expect(await callAs(rank, name)).toBe(isOpen ? (REACHED[name] ?? 200) : 403)
      if (!isOpen) expect(node.requests).toHaveLength(before)
    },
  )

  test('is closed to a user without a role of Accord, and to nobody', async () => {
    const before = node.requests.length
    expect(await callAs('stranger', name)).toBe(403)
    expect(await callAs('nobody', name)).toBe(401)
    expect(node.requests).toHaveLength(before)
  })
})

describe('publishing scripts is a right of its own', () => {
  let author: HttpClient
  let withoutIt: HttpClient
  const publish = (as: HttpClient) =>
    as.call('POST', pathOf(CONSOLE_CALLS.publishSync.path, { connectionId: connection.id }), {})

  beforeAll(async () => {
    const as = async (name: string, role: string) =>
      createHttpClient(instance.url, await addUser(instance.admin, name, role), SCOPE)
    author = await as('accord.author', ROLES.rulesAuthor)
    withoutIt = await as('accord.without', ROLES.admin)
  }, 60_000)

  test('who has it publishes, is named to the node, and may what a maintainer may', async () => {
    expect((await publish(author)).status).toBe(200)
    expect(node.requests.at(-1)?.body).toMatchObject({ actor: 'accord.author' })
    expect((await author.call('GET', CONSOLE_CALLS.readSession.path)).result).toMatchObject({
      roles: { admin: false, maintainer: true, auditor: true, rulesAuthor: true },
    })
  })

  test('an admin of Accord and a maintainer without it try pairs again and publish nothing; the node hears nothing', async () => {
    for (const person of [withoutIt, instance.maintainer]) {
      const before = node.requests.length
      expect((await publish(person)).status).toBe(403)
      expect(node.requests).toHaveLength(before)
      const retry = pathOf(CONSOLE_CALLS.retrySyncItem.path, { itemId: connection.id })
      expect((await person.call('POST', retry, {})).status).toBe(200)
    }
  })
})

describe('the session tells the page what can work', () => {
  test.each([
    ['auditor', { admin: false, maintainer: false, auditor: true, rulesAuthor: false }],
    ['maintainer', { admin: false, maintainer: true, auditor: true, rulesAuthor: false }],
    ['admin', { admin: true, maintainer: true, auditor: true, rulesAuthor: true }],
  ] as const)('for the %s', async (rank, roles) => {
    expect((await instance[rank].call('GET', CONSOLE_CALLS.readSession.path)).result).toMatchObject({
      roles,
      paired: true,
    })
  })
})

test('the node learns who acted, whatever the page says', async () => {
  await instance.maintainer.call('POST', pathOf(CONSOLE_CALLS.revokeInvitation.path, { connectionId: connection.id }), {
    actor: 'somebody else',
  })
  expect(node.requests.at(-1)?.body).toEqual({ actor: 'accord.maintainer' })
  await instance.admin.call('POST', CONSOLE_CALLS.acceptInvitation.path, { text: 'accord1_x', actor: 'somebody else' })
  expect(node.requests.at(-1)?.body).toEqual({ text: 'accord1_x', actor: 'admin' })
})

describe('the tables', () => {
  const GUARDED = [TABLES.connection, TABLES.invitation, TABLES.handshakeLog]

  test.each(GUARDED)('%s is read by auditors and by nobody else', async (table) => {
    await instance.auditor.call('GET', pathOf(CONSOLE_CALLS.readConnection.path, { connectionId: connection.id }))
    expect(await instance.auditor.rows(table)).not.toEqual([])
    const stranger = await instance.stranger.send('GET', `/api/now/table/${table}`)
    expect(stranger.status === 403 || stranger.text === '{"result":[]}').toBe(true)
  })

  test.each(GUARDED)('nobody writes to %s by hand, not even the platform administrator', async (table) => {
    const [row] = await instance.admin.rows(table)
    const address = `/api/now/table/${table}`
    const forged = JSON.stringify({ state: 'active', event: 'forged', name: 'Forged' })
    expect((await instance.admin.send('POST', address, { body: forged })).status).toBe(403)
    expect((await instance.admin.send('PATCH', `${address}/${row?.['sys_id']}`, { body: forged })).status).toBe(403)
    expect((await instance.admin.send('DELETE', `${address}/${row?.['sys_id']}`)).status).toBe(403)
    expect(await instance.admin.rows(table)).toContainEqual(row)
  })
})
