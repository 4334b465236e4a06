import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
beforeAll(async () => {
  instance = await createInstance({ name: 'demo', port: 0, demoSet: true })
})
afterAll(() => instance.close())

const get = async ({ baseUrl }: SimulatedInstance, path: string): Promise<unknown> => {
  const answer = await fetch(`${baseUrl}/api/now/${path}`, {
    headers: { authorization: `Basic ${btoa('admin:admin')}` },
  })
  return ((await answer.json()) as { result: unknown }).result
}
async function count(table: string, encoded = '', of = instance): Promise<number> {
  const query = `sysparm_count=true&sysparm_query=${encodeURIComponent(encoded)}`
  return Number(((await get(of, `stats/${table}?${query}`)) as { stats: { count: string } }).stats.count)
}

test('the flag brings some thousand rows that hang together, without it there are few', async () => {
  const tables = ['task', 'cmdb_ci', 'sys_user', 'sys_user_grmember', 'cmn_location', 'cmdb_rel_ci']
  const counts = await Promise.all(tables.map((table) => count(table)))
  expect(counts.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(4000)
  expect(await count('incident', 'caller_id.department.nameISEMPTY')).toBe(0)
  expect(await count('sc_req_item', 'request.requested_for.nameISEMPTY')).toBe(0)
  const services = 'parent.nameSTARTSWITHService^child.nameSTARTSWITHlnx^type.name=Depends on::Used by'
  expect(await count('cmdb_rel_ci', services)).toBe(400)
  const plain = await createInstance({ name: 'plain', port: 0 })
  expect(await count('task', '', plain)).toBeLessThan(50)
  await plain.close()
})

test('the rows are the same on every instance', async () => {
  const other = await createInstance({ name: 'other', port: 0, demoSet: true })
  const users = (each: SimulatedInstance) =>
    get(each, 'table/sys_user?sysparm_query=ORDERBYuser_name&sysparm_fields=sys_id,user_name&sysparm_limit=5000')
  expect(await users(other)).toEqual(await users(instance))
  await other.close()
})
