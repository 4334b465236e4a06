import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import type { ConnectionSnapshot, HandshakeEntry } from '@accord/shared/schemas'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, logEntryOf, snapshotOf } from './snapshots.ts'
import { TABLES } from '../src/server/names.ts'

const JOB = 'Accord: reconcile connections with the node'
let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
}, 180_000)

beforeEach(async () => {
  instance.forgetEverything()
  node = await startScriptedNode()
  await paired(instance, node.url)
})

afterEach(() => node.close())
afterAll(() => instance.close())

/** What the node holds from now on. */
function nodeHolds(...all: { connection: ConnectionSnapshot; log: readonly HandshakeEntry[] }[]): void {
  node.reply('listConnections', { json: { connections: all.map(({ connection }) => connection) } })
  node.reply('readConnection', ({ path }) => {
    const found = all.find(({ connection }) => path.endsWith(connection.id))
    return found ? { json: found } : { status: 404, json: { code: 'connection_unknown' } }
  })
}

const rows = () => instance.admin.rows(TABLES.connection, 'ORDERBYname')
const logRows = () => instance.admin.rows(TABLES.handshakeLog)
const reads = () => node.requests.filter(({ operation }) => operation === 'readConnection').length

test('the job brings in what missed callbacks left behind, with the log', async () => {
  const first = snapshotOf({ name: 'A' })
  const second = activated(snapshotOf({ name: 'B' }), 7)
  nodeHolds(
    { connection: first, log: [logEntryOf(first.id, 'initiated')] },
    { connection: second, log: [logEntryOf(second.id, 'initiated'), logEntryOf(second.id, 'activated')] },
  )
  await instance.runJob(JOB)
  expect((await rows()).map(({ name, state, revision }) => [name, state, revision])).toEqual([
    ['A', 'invited', '1'],
    ['B', 'active', '7'],
  ])
  expect(await logRows()).toHaveLength(3)
})

test('every page of the node is asked for', async () => {
  const all = ['A', 'B', 'C'].map((name) => snapshotOf({ name }))
  nodeHolds(...all.map((connection) => ({ connection, log: [] })))
  node.reply('listConnections', ({ path }) => {
    const page = Number(new URL(path, 'http://node').searchParams.get('after') ?? 0)
    return { json: { connections: [all[page]], next: page < 2 ? String(page + 1) : null } }
  })
  await instance.runJob(JOB)
  expect((await rows()).map((row) => row['name'])).toEqual(['A', 'B', 'C'])
})

test('what did not change is not read again', async () => {
  const connection = snapshotOf()
  nodeHolds({ connection, log: [] })
  await instance.runJob(JOB)
  await instance.runJob(JOB)
  expect(reads()).toBe(1)
  nodeHolds({ connection: activated(connection, 2), log: [] })
  await instance.runJob(JOB)
  expect(reads()).toBe(2)
})

test('what the node does not have is forgotten, with its invitations and its log', async () => {
  const connection = snapshotOf()
  nodeHolds({ connection, log: [logEntryOf(connection.id, 'initiated')] })
  await instance.runJob(JOB)
  expect(await logRows()).toHaveLength(1)
  nodeHolds()
  await instance.runJob(JOB)
  expect(await rows()).toEqual([])
  expect(await logRows()).toEqual([])
  expect(await instance.admin.rows(TABLES.invitation)).toEqual([])
})

test('a connection that comes back counts from the start: an older backup of the node is stored as it is', async () => {
  const connection = snapshotOf()
  nodeHolds({ connection: activated(connection, 9), log: [] })
  await instance.runJob(JOB)
  nodeHolds()
  await instance.runJob(JOB)
  nodeHolds({ connection, log: [] })
  await instance.runJob(JOB)
  expect((await rows())[0]).toMatchObject({ state: 'invited', revision: '1' })
})

test('what was deleted stays as history, once it shows its end, and is not asked for again', async () => {
  const connection = snapshotOf()
  nodeHolds({ connection, log: [] })
  await instance.runJob(JOB)
  nodeHolds({ connection: { ...connection, revision: 2, state: 'terminated' }, log: [] })
  node.reply('listConnections', { json: { connections: [] } })
  await instance.runJob(JOB)
  expect((await rows())[0]).toMatchObject({ state: 'terminated', revision: '2' })
  const before = reads()
  await instance.runJob(JOB)
  expect(reads()).toBe(before)
  expect(await rows()).toHaveLength(1)
})

test('a rule that refuses to delete a row holds up no other connection, and the log says what it said', async () => {
  const [lost, kept] = [snapshotOf({ name: 'Lost' }), snapshotOf({ name: 'Kept' })]
  nodeHolds({ connection: lost, log: [] })
  await instance.runJob(JOB)
  const rule = await instance.mutate('insert', 'sys_script', undefined, {
    name: 'Nothing is deleted', collection: TABLES.connection, when: 'before', order: '50', active: 'true', advanced: 'true',
    action_delete: 'true', script: "gs.addErrorMessage('Records are kept for ten years.'); current.setAbortAction(true)",
  }) // prettier-ignore
  nodeHolds({ connection: kept, log: [] })
  await instance.runJob(JOB)
  expect((await rows()).map(({ name }) => name)).toEqual(['Kept', 'Lost'])
  const warned = await instance.admin.rows('syslog', 'messageLIKEkept for ten years')
  expect(warned.map(({ message }) => message)).toEqual([
    `Accord: a rule of this instance refuses a row of a connection: ${TABLES.connection}: Records are kept for ten years.`,
  ])
  await instance.mutate('delete', 'sys_script', rule['sys_id'], {})
  await instance.runJob(JOB)
  expect((await rows()).map(({ name }) => name)).toEqual(['Kept'])
})

test('a node that is down costs nothing that is stored', async () => {
  nodeHolds({ connection: snapshotOf(), log: [] })
  await instance.runJob(JOB)
  node.reply('listConnections', { lost: true })
  await instance.runJob(JOB)
  expect(await rows()).toHaveLength(1)
})

describe('the console heals the stored rows on its way', () => {
  test('by listing and by reading', async () => {
    const connection = snapshotOf()
    nodeHolds({ connection, log: [] })
    await instance.auditor.call('GET', `${CONSOLE_CALLS.listConnections.path}?search=a%26b&limit=5&nonsense=1`)
    expect(node.requests.at(-1)?.path).toMatch(/\?limit=5&search=a%26b$/)
    expect((await rows())[0]).toMatchObject({ state: 'invited', revision: '1' })
    nodeHolds({ connection: activated(connection, 2), log: [logEntryOf(connection.id, 'activated')] })
    await instance.auditor.call('GET', pathOf(CONSOLE_CALLS.readConnection.path, { connectionId: connection.id }))
    expect((await rows())[0]).toMatchObject({ state: 'active', revision: '2' })
    expect(await logRows()).toHaveLength(1)
  })
})

describe('scripts that ignore ACLs', () => {
  test('cannot change a connection without a higher revision of the node', async () => {
    nodeHolds({ connection: snapshotOf(), log: [] })
    await instance.runJob(JOB)
    const [row] = await rows()
    await expect(
      instance.mutate('update', TABLES.connection, row?.['sys_id'], { state: 'active' }),
    ).rejects.toMatchObject({
      code: 'mutation_aborted',
      messages: [expect.stringContaining('changed at its node')],
    })
    expect((await rows())[0]).toMatchObject({ state: 'invited' })
  })

  test('cannot change what the handshake log says', async () => {
    const connection = snapshotOf()
    nodeHolds({ connection, log: [logEntryOf(connection.id, 'initiated')] })
    await instance.runJob(JOB)
    const [entry] = await logRows()
    await expect(
      instance.mutate('update', TABLES.handshakeLog, entry?.['sys_id'], { event: 'forged' }),
    ).rejects.toMatchObject({ code: 'mutation_aborted' })
    expect((await logRows())[0]).toMatchObject({ event: 'initiated' })
  })
})
