import { afterAll, expect, test } from '@jest/globals'
import { DEFAULT_LIMITS, WorkerPool } from '../../src/engine/worker-pool.ts'

const pool = new WorkerPool({ ...DEFAULT_LIMITS, warm: 1, kept: 1, max: 1 })
afterAll(() => pool.close())

const source = `var all = []; for (var i = 0; i < 200; i++) all.push(new GlideDateTime().getValue() + i);
  class Kept { constructor() { this.all = all } } globalThis.kept = new Kept(); gs.info('{0}', all.length); all.length`
const job = JSON.stringify({
  task: { kind: 'script', script: { name: 'background', source, scope: 'global' } },
  caller: { kind: 'system', userSysId: '', userName: 'system', displayName: '', email: '', roles: [], sessionId: '' },
  clockOffsetMs: 0,
  instanceName: 'test',
  baseUrl: 'http://127.0.0.1:1',
})
const answer = () => Promise.resolve('{"value":null}')

/** The lowest of some readings: what is left when garbage has just been collected. */
async function floorAfter(runs: number): Promise<number> {
  let floor = Number.POSITIVE_INFINITY
  for (let index = 0; index < runs; index += 1) {
    const result = JSON.parse(await pool.run(() => ({ job, tablesRevision: '' }), answer)) as { value?: unknown }
    if (result.value !== 200) throw new Error(JSON.stringify(result))
    if (index > runs - 400 && index % 4 === 0) floor = Math.min(floor, await pool.heapBytes())
  }
  return floor
}

test('10,000 transactions leave nothing behind in their thread', async () => {
  const early = await floorAfter(1000)
  const late = await floorAfter(9000)
  expect(pool.size).toBe(1)
  expect(late - early).toBeLessThan(5 * 1024 * 1024)
}, 300_000)
