import { randomUUID } from 'node:crypto'
import { DEFAULT_API_BASE, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { EVENTS, TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
}, 180_000)
afterAll(async () => {
  await node.close()
  await instance.close()
})

const notify = async (notices: readonly object[], nonce: string = randomUUID()) => {
  const body = JSON.stringify({ nonce, notices })
  const headers = node.sign(body)
  const path = DEFAULT_API_BASE + INSTANCE_SYNC_API.notify
  const { status } = await instance.nobody.send('POST', path, { body, headers })
  return status
}
const notice = {
  step: 'grew',
  cause: 'pairs_held',
  connectionId: randomUUID(),
  subject: 'value_unmapped',
  count: 40,
  more: 37,
  title: 'Globex: 40 records wait for a person',
}
const events = () =>
  instance.simulator.store
    .query('sysevent', { encoded: `name=${EVENTS.notice}` }, systemCaller)
    .map(({ table, parm1, parm2 }) => ({ table, parm1, parm2 }))

test('a notice of the node is a registered event, with a sentence for people and the facts for scripts', async () => {
  expect(await notify([notice])).toBe(200)
  const { title, ...facts } = notice
  expect(events()).toEqual([{ table: TABLES.node, parm1: title, parm2: JSON.stringify(facts) }])
  expect(JSON.stringify(facts).length).toBeLessThan(255)
})

test('what is not signed, comes twice, or holds more than facts queues nothing', async () => {
  const before = events().length
  const nonce = randomUUID()
  expect(await notify([], nonce)).toBe(200)
  expect(await notify([notice], nonce)).toBe(401)
  expect(await notify([{ ...notice, detail: 'the short description of a record' }])).toBe(400)
  expect(await notify([{ ...notice, subject: 'The short description' }])).toBe(400)
  const unsigned = JSON.stringify({ nonce: randomUUID(), notices: [notice] })
  const path = DEFAULT_API_BASE + INSTANCE_SYNC_API.notify
  expect((await instance.nobody.send('POST', path, { body: unsigned })).status).toBe(401)
  expect(events()).toHaveLength(before)
})

test('its notification comes with the package and is off until somebody chooses who receives it', async () => {
  const rows = await instance.admin.rows('sysevent_email_action', `event_name=${EVENTS.notice}`)
  expect(rows).toMatchObject([{ name: 'Accord: something needs a person', active: 'false' }])
})
