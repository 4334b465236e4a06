import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { Changes, type ConnectionSnapshot } from '@accord/shared/schemas'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { installedInstance, pairNow, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type NodeReply, type ScriptedNode } from './scripted-node.ts'
import { snapshotOf } from './snapshots.ts'
import { RECONCILE_JOB } from '../src/server/jobs/names.ts'
import { TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
}, 180_000)

beforeEach(async () => {
  // What a job of the test before has still to write stands in no way.
  await instance.simulator.settled()
  instance.forgetEverything()
  node = await startScriptedNode()
})

afterEach(() => node.close())
afterAll(() => instance.close())

const namesOf = async () =>
  (await instance.stored(TABLES.connection)).map((row) => row['name'] ?? '').toSorted((a, b) => a.localeCompare(b))
const changes = async () => Changes.parse((await instance.admin.call('GET', CONSOLE_CALLS.readChanges.path)).result)
const reconciling = async () => (await changes()).reconciling
const through = () =>
  eventually('all is stored', async () => ((await reconciling()) === undefined ? true : undefined), {
    withinMs: 30_000,
  })

/** What the node holds; `before` may hold up, or refuse, the answer about one connection. */
function nodeHolds(all: readonly ConnectionSnapshot[], before: (index: number) => NodeReply = () => ({})): void {
  node.reply('listConnections', { json: { connections: all } })
  node.reply('readConnection', ({ path }) => {
    const index = all.findIndex(({ id }) => path.endsWith(id))
    return { json: { connection: all[index], log: [] }, ...before(index) }
  })
}
const some = (count: number) => [...Array(count).keys()].map((number) => snapshotOf({ name: `From before ${number}` }))
const reads = () => node.requests.filter(({ operation }) => operation === 'readConnection').length

test('a pairing is answered without a question about connections; a job of the instance asks', async () => {
  nodeHolds(some(3))
  instance.simulator.timing.set({ paused: true })
  await pairNow(instance, node.url)
  expect(node.requests.map(({ operation }) => operation)).toEqual(['pairInstance'])
  expect(await changes()).toMatchObject({ isWaiting: true, reconciling: { known: null, stored: 0, refused: null } })
  instance.simulator.timing.set({ paused: false })
  await through()
  expect(await namesOf()).toHaveLength(3)
})

test('what the node knows from before is stored, and then nothing is waited for any more', async () => {
  nodeHolds(some(3))
  await pairNow(instance, node.url)
  await through()
  expect(await namesOf()).toEqual(['From before 0', 'From before 1', 'From before 2'])
  // They wait for the other side, which is no matter of the pairing.
  expect((await instance.stored(TABLES.node))[0]).toMatchObject({ reconcile_known: '3', reconcile_refusal: '' })
})

test('the page hears how far it has come', async () => {
  nodeHolds(some(25), (index) => (index >= 20 ? { delayMs: 600 } : {}))
  await pairNow(instance, node.url)
  const seen = await eventually('twenty are stored', async () => {
    const now = await reconciling()
    return now?.stored === 20 ? now : undefined
  })
  expect(seen).toEqual({ known: 25, stored: 20, refused: null })
  await through()
  expect(await namesOf()).toHaveLength(25)
})

test('a job that breaks off says why, and the next run goes on where it stood', async () => {
  let isDown = true
  nodeHolds(some(15), (index) => (isDown && index === 12 ? { lost: true } : {}))
  await pairNow(instance, node.url)
  const refused = await eventually('it says why', async () => {
    const now = await reconciling()
    return now?.refused ? now : undefined
  })
  expect(refused).toEqual({ known: 15, stored: 10, refused: 'node_unreachable' })
  expect(await namesOf()).toHaveLength(12)
  const before = reads()
  isDown = false
  await instance.runJob(RECONCILE_JOB)
  expect(await reconciling()).toBeUndefined()
  expect(await namesOf()).toHaveLength(15)
  expect(reads() - before).toBe(3)
})

test('a job that dies without a word leaves its work to the next run, by the clock alone', async () => {
  nodeHolds(some(3))
  await pairNow(instance, node.url)
  await through()
  // As it stands after an instance has gone down in the middle: one of three is missing, and the end is not noted.
  const [row] = await instance.stored(TABLES.node)
  await instance.mutate('update', TABLES.node, row?.['sys_id'], { reconciled_at: '', reconcile_stored: '1' })
  const [lost] = await instance.stored(TABLES.connection)
  instance.simulator.store.remove(TABLES.connection, lost?.['sys_id'] ?? '')
  instance.simulator.clock.advance(6 * 60_000)
  await instance.simulator.settled()
  expect(await reconciling()).toBeUndefined()
  expect(await namesOf()).toHaveLength(3)
})

test('two runs at once store each connection once', async () => {
  nodeHolds(some(12), () => ({ delayMs: 20 }))
  await pairNow(instance, node.url)
  await Promise.all([instance.runJob(RECONCILE_JOB), instance.runJob(RECONCILE_JOB)])
  await through()
  expect(await namesOf()).toHaveLength(12)
})

test('later runs of the job leave no trace in the row of the node', async () => {
  nodeHolds(some(2))
  await pairNow(instance, node.url)
  await through()
  const [before] = await instance.stored(TABLES.node)
  await instance.runJob(RECONCILE_JOB)
  expect((await instance.stored(TABLES.node))[0]).toEqual(before)
})
