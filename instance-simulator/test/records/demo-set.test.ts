import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
beforeAll(async () => {
  instance = await createInstance({ name: 'demo', port: 0, demoSet: true })
})
afterAll(() => instance.close())

const count = (table: string, encoded = '') => instance.store.count(table, encoded, systemCaller)

test('the flag brings some thousand rows that hang together, without it there are few', async () => {
  const tables = ['task', 'cmdb_ci', 'sys_user', 'sys_user_grmember', 'cmn_location', 'cmdb_rel_ci']
  const total = tables.reduce((sum, table) => sum + count(table), 0)
  expect(total).toBeGreaterThan(4000)
  expect(count('incident', 'caller_id.department.nameISEMPTY')).toBe(0)
  expect(count('sc_req_item', 'request.requested_for.nameISEMPTY')).toBe(0)
  expect(
    count('cmdb_rel_ci', 'parent.nameSTARTSWITHService^child.nameSTARTSWITHlnx^type.name=Depends on::Used by'),
  ).toBe(400)
  const plain = await createInstance({ name: 'plain', port: 0 })
  expect(plain.store.count('task', '', systemCaller)).toBeLessThan(50)
  await plain.close()
})

test('the rows are the same on every instance', async () => {
  const other = await createInstance({ name: 'other', port: 0, demoSet: true })
  const users = (each: SimulatedInstance) =>
    each.store.query('sys_user', { encoded: 'ORDERBYuser_name' }, systemCaller).map((row) => [row['sys_id'], row['user_name']])
  expect(users(other)).toEqual(users(instance))
  await other.close()
}) // prettier-ignore
