import { afterEach, expect, test } from '@jest/globals'
import { WorkerPool } from '../../src/engine/worker-pool.ts'

let pool: WorkerPool | undefined
afterEach(() => pool?.close())

const job = (source: string) => () => ({
  tablesRevision: '',
  job: JSON.stringify({
    task: { kind: 'script', script: { name: 'background', source, scope: 'global' } },
    caller: { kind: 'system', userSysId: '', userName: 'system', displayName: '', email: '', roles: [], sessionId: '' },
    clockOffsetMs: 0,
    instanceName: 'test',
    baseUrl: 'http://127.0.0.1:1',
  }),
})
const limits = { scriptMs: 10_000, queueMs: 10_000, warm: 1, kept: 2, max: 3 }
const quick = () => Promise.resolve('{"value":null}')

test('callers wait for a thread that computes: starting another one costs more than the script', async () => {
  const used = (pool = new WorkerPool(limits))
  const results = await Promise.all(Array.from({ length: 20 }, () => used.run(job('1 + 1'), quick)))
  expect(results.map((result) => (JSON.parse(result) as { value: number }).value)).toEqual(Array(20).fill(2))
  expect(used.size).toBe(1)
})

test('a script that waits for another one holds nobody up', async () => {
  const used = (pool = new WorkerPool(limits))
  const nested = async () => {
    const inner = await used.run(job(`'inner'`), quick)
    return JSON.stringify({ value: (JSON.parse(inner) as { value: string }).value })
  }
  const outer = used.run(job(`gs.getProperty('waits')`), nested)
  const beside = used.run(job(`'beside'`), quick)
  const values = (await Promise.all([outer, beside])).map((result) => (JSON.parse(result) as { value: string }).value)
  expect(values).toEqual(['inner', 'beside'])
})
