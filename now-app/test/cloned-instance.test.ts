import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, INSTANCE_API, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { ConsoleSession, IssuedInvitation, NodeStatus } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startCompany, type Company } from './company.ts'
import { installedInstance, type TestInstance } from './installed-instance.ts'
import { callAsNodeOf, leaveWork } from './sync/work-of-a-node.ts'
import { TABLES } from '../src/server/names.ts'
import { PARTITION_JOBS, WAKE_JOB } from '../src/server/sync/names.ts'

let root: string
let acme: Company
/** Made with the exclusion list, as the platform proposes, and without it. */
let usual: TestInstance
let copy: TestInstance
/** In a pair, and a plan for it waits. */
let record: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'accord-clone-'))
  const dataDir = join(root, 'production')
  acme = await startCompany('Acme', undefined, { dataDir })
  await acme.instance.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, {
    requestId: randomUUID(), destinationUrl: null, mode: 'script', localShortName: 'Acme', remoteShortName: 'Globex',
    name: 'Shared plant', description: '',
  }) // prettier-ignore
  record = await leaveWork(acme)
  const { store, timing } = acme.instance.simulator
  store.flush()
  usual = await installedInstance('Acme development', undefined, { cloneOf: dataDir })
  for (const { sys_id: id = '' } of await acme.instance.stored('clone_data_exclude'))
    await acme.instance.mutate('delete', 'clone_data_exclude', id, {})
  store.flush()
  copy = await installedInstance('Acme test', undefined, { cloneOf: dataDir })
  timing.set({ paused: false })
}, 480_000)

afterAll(async () => {
  await copy?.close()
  await usual?.close()
  await acme?.close()
  rmSync(root, { recursive: true, force: true })
})

const sessionOf = async ({ admin }: TestInstance) =>
  ConsoleSession.parse((await admin.call('GET', CONSOLE_CALLS.readSession.path)).result)
const discoveryOf = ({ nobody }: TestInstance) => nobody.send('GET', DEFAULT_API_BASE + INSTANCE_API.discovery)
const findingsOfAcme = async () => {
  const { result } = await acme.instance.admin.call('GET', CONSOLE_CALLS.readStatus.path)
  return NodeStatus.parse(result).prerequisites.map(({ code }) => code)
}

test('the application brings the record that leaves the pairing behind: a usual clone has connections and no node', async () => {
  expect(await usual.stored(TABLES.node)).toEqual([])
  expect(await usual.stored(TABLES.connection)).toHaveLength(1)
  expect(await sessionOf(usual)).toMatchObject({ paired: false, nodeUrl: null })
  expect((await discoveryOf(usual)).status).toBe(404)
})

test('a copy holds the pairing of its source, is not paired, and says of which instance it is a copy', async () => {
  expect(await copy.stored(TABLES.node)).toMatchObject([{ pairing_state: 'paired' }])
  expect(await sessionOf(copy)).toMatchObject({ paired: false, nodeUrl: null, copyOf: acme.instance.url })
  expect(await sessionOf(acme.instance)).toMatchObject({ paired: true })
  expect((await discoveryOf(copy)).status).toBe(404)
  expect((await discoveryOf(acme.instance)).status).toBe(200)
})

test('neither a click nor the job of a copy calls the node of its source', async () => {
  const before = acme.log().length
  const initiated = await copy.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, {
    requestId: randomUUID(), destinationUrl: null, mode: 'script', localShortName: 'A', remoteShortName: 'B',
    name: 'From the copy', description: '',
  }) // prettier-ignore
  expect([initiated.status, initiated.result?.['code']]).toEqual([409, 'instance_copied'])
  expect(initiated.result).toMatchObject({ facts: { copyOf: acme.instance.url } })
  await copy.runJob('Accord: reconcile connections with the node')
  expect(acme.log().slice(before)).not.toContain('/instance/v1/')
})

const summaryAt = async ({ stored }: TestInstance) =>
  (await stored('incident')).find((row) => row['sys_id'] === record)?.['short_description']
const WORK = [TABLES.watch, TABLES.syncPair, TABLES.writePlan]

test('the node of its source reaches nothing in a copy, though its signature is right', async () => {
  for (const instance of [usual, copy])
    for (const name of Object.keys(INSTANCE_SYNC_API) as (keyof typeof INSTANCE_SYNC_API)[])
      expect([name, (await callAsNodeOf(acme, instance, name)).status]).toEqual([name, 401])
  expect((await callAsNodeOf(acme, acme.instance, 'pull')).status).toBe(200)
})

test('a plan that waited at the source is written there, and in no copy', async () => {
  const runAll = async (instance: TestInstance) => {
    for (const job of Object.values(PARTITION_JOBS)) await instance.runJob(job)
    await instance.simulator.settled()
  }
  for (const instance of [acme.instance, usual, copy]) await runAll(instance)
  expect(await summaryAt(acme.instance)).toBe('As it was wanted')
  for (const instance of [usual, copy]) {
    expect(await instance.stored(TABLES.writePlan)).toMatchObject([{ state: 'waiting' }])
    expect(await summaryAt(instance)).toBe('As it was')
  }
})

test('what people change in a copy is reported to nobody', async () => {
  const before = acme.log().length
  for (const instance of [usual, copy]) {
    await instance.mutate('update', 'incident', record, { short_description: 'Changed in a copy' })
    await instance.simulator.settled()
    await instance.runJob(WAKE_JOB)
  }
  expect(acme.log().slice(before)).not.toContain('/instance/v1/')
})

test.each(['glide.servlet.uri', 'instance_id', 'instance_name'])(
  'a copy that has all marks of its source but %s is known by that one',
  async (kept) => {
    const marks = ['glide.servlet.uri', 'instance_id', 'instance_name'].filter((name) => name !== kept)
    const properties = async (instance: TestInstance) =>
      (await instance.stored('sys_properties')).filter(({ name = '' }) => marks.includes(name))
    const of = await properties(acme.instance)
    const own = await properties(copy)
    for (const { sys_id: id, name } of own)
      await copy.mutate('update', 'sys_properties', id, {
        value: of.find((row) => row['name'] === name)?.['value'] ?? '',
      })
    expect(await sessionOf(copy)).toMatchObject({ paired: false, copyOf: acme.instance.url })
    expect((await discoveryOf(copy)).status).toBe(404)
    for (const { sys_id: id, value = '' } of own) await copy.mutate('update', 'sys_properties', id, { value })
  },
)

test('where a copy calls all the same, the node refuses it and tells the admin of its source', async () => {
  expect(await findingsOfAcme()).not.toContain('instance_copied')
  // As an application that keeps no identity of its own: the row of the pairing says nothing.
  const [row] = await copy.stored(TABLES.node)
  const forgotten = { paired_instance_url: '', paired_instance_id: '', paired_instance_name: '' }
  await copy.mutate('update', TABLES.node, row?.['sys_id'], forgotten)
  const answer = await copy.admin.call('GET', CONSOLE_CALLS.readStatus.path)
  expect([answer.status, answer.result?.['code']]).toEqual([409, 'instance_copied'])
  expect(await findingsOfAcme()).toContain('instance_copied')
})

test('a copy that ends its pairing ends nobody else’s; paired by a code of its own, it is an instance like any other', async () => {
  expect((await copy.admin.call('POST', CONSOLE_CALLS.endPairing.path)).status).toBe(200)
  expect(await copy.stored(TABLES.node)).toEqual([])
  expect(await findingsOfAcme()).toContain('node_reachable')
  const invited = await acme.instance.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, {
    requestId: randomUUID(), destinationUrl: null, mode: 'script', localShortName: 'Acme', remoteShortName: 'Initech',
    name: 'Second plant', description: '',
  }) // prettier-ignore
  expect(IssuedInvitation.parse(invited.result).connection.name).toBe('Second plant')
  const { pairingCode } = await acme.bridge.services.pairing.issueCode()
  await copy.admin.call('POST', CONSOLE_CALLS.pairNode.path, { pairingCode })
  const session = await sessionOf(copy)
  expect([session.paired, session.copyOf]).toEqual([true, undefined])
  // Pairs, triggers and plans of its source were none of its own.
  for (const table of WORK) expect([table, await copy.stored(table)]).toEqual([table, []])
})
