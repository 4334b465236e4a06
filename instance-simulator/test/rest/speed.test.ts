import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
beforeAll(async () => {
  instance = await createInstance({ name: 'speed', port: 0 })
})
afterAll(() => instance.close())

/** Processor time, client included: the machine may be as busy as it likes. */
test('a core serves at least 200 reads of ten whole incidents a second', async () => {
  const headers = { authorization: `Basic ${Buffer.from('abel.tuter:abel').toString('base64')}` }
  const read = async () => {
    const response = await fetch(`${instance.baseUrl}/api/now/table/incident?sysparm_limit=10`, { headers })
    return ((await response.json()) as { result: object[] }).result.length
  }
  for (let warmUp = 0; warmUp < 100; warmUp += 1) await read()
  const before = process.cpuUsage()
  const reads = 300
  for (let done = 0; done < reads; done += 1) expect(await read()).toBe(10)
  const { user, system } = process.cpuUsage(before)
  expect(reads / ((user + system) / 1e6)).toBeGreaterThan(200)
})
