import { randomUUID } from 'node:crypto'
import { consoleCallsAt } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, INSTANCE_API, INSTANCE_SYNC_API, pathOf } from '@accord/shared/protocol'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { reportCoverage } from '../../instance-simulator/src/coverage/report.ts'
import { addFormatter, installedInstance, paired, placePairs, type TestInstance } from './installed-instance.ts'
import { logIn } from './page-visitor.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, logEntryOf, snapshotOf } from './snapshots.ts'
import { CONSOLE_PAGE, RECORD_PAGE, TABLES } from '../src/server/names.ts'
import { CHECK_JOB, PARTITION_JOBS } from '../src/server/sync/names.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
}, 180_000)

afterAll(async () => {
  await node.close()
  await instance.close()
})

const connection = snapshotOf({ name: 'A whole life' })
const news = { connection, log: [logEntryOf(connection.id, 'initiated')] }

async function callEveryRoute(): Promise<void> {
  for (const { method, path } of consoleCallsAt('instance')) {
    const body = method === 'POST' ? { pairingCode: 'none', text: 'none' } : undefined
    await instance.admin.call(method, pathOf(path, { connectionId: connection.id }), body)
  }
  await instance.nobody.call('GET', INSTANCE_API.discovery)
  const event = JSON.stringify({ kind: 'connection.changed', ...news, connection: activated(connection, 2) })
  const signed = { headers: node.sign(event), body: event }
  expect((await instance.nobody.send('POST', DEFAULT_API_BASE + INSTANCE_API.events, signed)).status).toBe(200)
}

/** An incident that is watched, changed, read and written, with whatever runs for it in the background. */
async function syncOneIncident(): Promise<string> {
  const call = async (path: string, given: object) => {
    const body = JSON.stringify({ nonce: randomUUID(), ...given })
    const answer = await instance.nobody.send('POST', DEFAULT_API_BASE + path, { body, headers: node.sign(body) })
    expect([path, answer.status]).toEqual([path, 200])
  }
  const access = {
    table_name: 'incident',
    read_fields: 'number,state,active',
    write_fields: 'state',
    write_journals: 'comments',
  }
  const made = await instance.admin.send('POST', `/api/now/table/${TABLES.syncAccess}`, {
    body: JSON.stringify({ ...access, read_journals: 'comments', read_files: 'true', may_create: 'true' }),
  })
  expect(made.status).toBe(201)
  await instance.admin.call('POST', '/console/sync-user', { roles: ['itil'] })
  await call(INSTANCE_SYNC_API.check, { table: 'incident', query: 'active=true' })
  const watch = randomUUID()
  await call(INSTANCE_SYNC_API.watch, { watches: [{ id: watch, table: 'incident', query: 'active=true' }] })
  const { sys_id: id = '' } = await instance.mutate('insert', 'incident', undefined, { short_description: 'Printer' })
  await instance.mutate('insert', 'sys_attachment', undefined, {
    table_name: 'incident',
    table_sys_id: id,
    file_name: 'a',
  })
  await call(INSTANCE_SYNC_API.read, { records: [{ table: 'incident', id }] })
  await call(INSTANCE_SYNC_API.send, { table: 'incident', record: id, sha256: '0'.repeat(64), upload: randomUUID() })
  await call(INSTANCE_SYNC_API.find, { finds: [{ table: 'incident', where: { number: 'INC1' } }] })
  await call(INSTANCE_SYNC_API.describe, {})
  await call(INSTANCE_SYNC_API.pairs, { pairs: [], gone: [] })
  await call(INSTANCE_SYNC_API.notify, { notices: [] })
  await call(INSTANCE_SYNC_API.scan, { watch, since: '2026-01-01T00:00:00Z' })
  await call(INSTANCE_SYNC_API.scan, { table: 'incident', query: 'active=true', most: 20 })
  const entries = [{ key: 'one', journal: 'comments', body: 'Hello' }]
  const plan = { pair: randomUUID(), table: 'incident', record: id, version: 0, fields: { state: '2' }, entries }
  await call(INSTANCE_SYNC_API.apply, { plans: [{ id: randomUUID(), ...plan }] })
  await instance.simulator.engine.settled()
  for (const job of [...Object.values(PARTITION_JOBS), CHECK_JOB, 'Accord: tidy up after sync'])
    await instance.runJob(job)
  await call(INSTANCE_SYNC_API.pull, {})
  return id
}

/** Its form with the panel and the list that an admin has added, the button, and the page that it opens. */
async function lookAtRecord(id: string): Promise<void> {
  await addFormatter(instance, 'incident', 'Accord: sync of the record')
  await placePairs(instance, instance.admin)
  const admin = await logIn(instance.url, instance.logins.admin)
  expect((await admin.open(`/incident.do?sys_id=${id}`)).html).toContain('<iframe title="Accord"')
  await admin.press(`/incident.do?sys_id=${id}`, 'Accord')
  await admin.open(`/${RECORD_PAGE}?sysparm_table=incident&sysparm_record=${id}`)
  const { status } = await instance.admin.call('GET', pathOf(INSTANCE_API.record, { table: 'incident', id }))
  expect(status).toBe(200)
}

/** Presses buttons of the connection's form, one after the other. */
async function press(...buttons: readonly string[]): Promise<void> {
  const admin = await logIn(instance.url, instance.logins.admin)
  const [row] = await instance.admin.rows(TABLES.connection)
  for (const button of buttons) await admin.press(`/${TABLES.connection}.do?sys_id=${row?.['sys_id']}`, button)
  await admin.open(`/${CONSOLE_PAGE}`)
}

test('whatever can run in the package does run: no route, button, rule, job or module is dead', async () => {
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
    node.reply(operation, { json: { connection, code: 'shown once' } })
  await paired(instance, node.url)
  node.reply('listConnections', { json: { connections: [connection] } })
  await instance.runJob('Accord: reconcile connections with the node')
  await press('Initiate Connection', 'Accept invitation', 'Open in console', 'Re-issue code', 'Revoke invitation')
  await callEveryRoute()
  await lookAtRecord(await syncOneIncident())
  const paused = { ...activated(connection, 3), state: 'deactivated' }
  await press('Rotate keys', 'Deactivate')
  node.reply('readConnection', { json: { connection: paused, log: [] } })
  node.reply('listConnections', { json: { connections: [paused] } })
  await instance.runJob('Accord: reconcile connections with the node')
  await press('Activate', 'Delete connection')
  const [entry] = await instance.admin.rows(TABLES.handshakeLog)
  await instance.mutate('update', TABLES.handshakeLog, entry?.['sys_id'], { event: 'x' }).catch(() => undefined)

  const { records, notSimulated } = reportCoverage(instance.simulator.store, instance.simulator.ledger)
  const modules = await instance.stored('sys_module')
  const texts = modules.filter((module) => module['path']?.endsWith('.json')).map((module) => module['sys_id'])
  const ofPackage = records.filter(({ scope }) => scope !== 'global')
  const idle = ofPackage.filter(({ status, sysId }) => status === 'not yet run' && !texts.includes(sysId))
  expect(idle.map(({ table, name }) => `${table} ${name}`)).toEqual([])
  expect(notSimulated).toEqual([])
})
