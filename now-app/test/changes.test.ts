import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, INSTANCE_API, pathOf } from '@accord/shared/protocol'
import type { Changes, ConnectionSnapshot } from '@accord/shared/schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, logEntryOf, snapshotOf } from './snapshots.ts'
import { TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
}, 240_000)

beforeEach(async () => {
  instance.forgetEverything()
  await paired(instance, node.url)
})

afterAll(async () => {
  await node?.close()
  await instance?.close()
})

async function changesSince(since?: string): Promise<Changes> {
  const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`
  const { status, result } = await instance.auditor.call('GET', CONSOLE_CALLS.readChanges.path + query)
  expect(status).toBe(200)
  return result as unknown as Changes
}

/** The node reports a connection, as it does after each change. */
async function report(connection: ConnectionSnapshot): Promise<void> {
  const body = JSON.stringify({ kind: 'connection.changed', connection, log: [logEntryOf(connection.id, 'initiated')] })
  const signed = { headers: node.sign(body), body }
  const { status } = await instance.nobody.send('POST', DEFAULT_API_BASE + INSTANCE_API.events, signed)
  expect(status).toBe(200)
}

const rowOf = async ({ id }: ConnectionSnapshot) =>
  (await instance.admin.rows(TABLES.connection, `node_connection_id=${id}`))[0]?.['sys_id'] ?? ''

test('a poll is answered from the rows of callbacks: what changed, each change once, and the node is not asked', async () => {
  const [first, second] = [snapshotOf({ name: 'A' }), snapshotOf({ name: 'B' })]
  const empty = await changesSince()
  expect(empty).toMatchObject({ hasChanged: false, isWaiting: false })
  await report(first)
  const asked = node.requests.length
  const one = await changesSince(empty.revision)
  expect(one).toMatchObject({ hasChanged: true, connections: [first.id], isWaiting: true })
  expect(await changesSince(one.revision)).toMatchObject({ hasChanged: false, connections: [], revision: one.revision })

  // Within the same second, too, which is all that the platform's times can tell.
  await report(second)
  await report(activated(first, 2))
  const two = await changesSince(one.revision)
  expect(two.connections).toEqual(expect.arrayContaining([first.id, second.id]))
  await report(activated(second, 2))
  expect(await changesSince(two.revision)).toMatchObject({ hasChanged: true, isWaiting: false })
  expect(node.requests).toHaveLength(asked)
})

test('a pair that changes is a change of its connection; a connection that is gone is one of the list', async () => {
  const connection = activated(snapshotOf({ name: 'A' }), 2)
  await report(connection)
  const before = await changesSince()
  const row = await rowOf(connection)
  await instance.mutate('insert', TABLES.syncPair, undefined, { pair_id: 'one', connection: row, state: 'active' })
  const pair = await changesSince(before.revision)
  expect(pair).toMatchObject({ hasChanged: true, connections: [], pairsOf: [connection.id] })
  await instance.mutate('delete', TABLES.connection, row, {})
  expect(await changesSince(pair.revision)).toMatchObject({ hasChanged: true })
})

test('a person whom an ACL of the customer keeps from a connection learns nothing of it', async () => {
  const [open, closed] = [snapshotOf({ name: 'Open' }), snapshotOf({ name: 'Closed' })]
  const before = await changesSince()
  await report(open)
  await report(closed)
  const { sys_id: acl = '' } = await instance.mutate('insert', 'sys_security_acl', undefined, {
    name: TABLES.connection, type: 'record', operation: 'read', active: 'true', admin_overrides: 'true',
    decision_type: 'deny', condition: 'name!=Closed^EQ', description: 'Of the customer',
  }) // prettier-ignore
  expect(await instance.auditor.rows(TABLES.connection)).toHaveLength(1)
  expect((await changesSince(before.revision)).connections).toEqual([open.id])
  await instance.mutate('delete', 'sys_security_acl', acl, {})
  expect((await changesSince(before.revision)).connections).toHaveLength(2)
})

test('of more changes than it can name it says so', async () => {
  const before = await changesSince()
  for (let number = 0; number <= 200; number += 1)
    await instance.mutate('insert', TABLES.syncPair, undefined, { pair_id: `pair ${number}`, state: 'active' })
  expect(await changesSince(before.revision)).toMatchObject({ hasChanged: true, connections: null })
})

test('a page that reads waits five seconds for its node; a deed may take longer', async () => {
  const connection = snapshotOf({ name: 'A' })
  await report(connection)
  const answer = { connection, log: [] }
  const delayMs = 7_000
  node.reply('readConnection', { json: answer, delayMs })
  node.reply('revokeInvitation', { json: answer, delayMs })
  const call = async (name: 'readConnection' | 'revokeInvitation') => {
    const { method, path } = CONSOLE_CALLS[name]
    return (await instance.maintainer.call(method, pathOf(path, { connectionId: connection.id }))).status
  }
  expect(await call('readConnection')).toBe(502)
  expect(await call('revokeInvitation')).toBe(200)
}, 60_000)
