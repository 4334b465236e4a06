import { DEFAULT_LIMITS, WorkerPool } from '../../src/engine/worker-pool.ts'

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

/** One thread that runs the same script again and again. */
export interface ScriptThread {
  /** Runs it so often. Bytes of the thread's heap, the lowest of the last 400 runs: what is left when garbage has just been collected. */
  floorAfter(runs: number): Promise<number>
  readonly threads: number
  close(): Promise<void>
}

export function startScriptThread(): ScriptThread {
  const pool = new WorkerPool({ ...DEFAULT_LIMITS, warm: 1, kept: 1, max: 1 })
  return {
    floorAfter: async (runs) => {
      let floor = Number.POSITIVE_INFINITY
      for (let index = 0; index < runs; index += 1) {
        const result = JSON.parse(await pool.run(() => ({ job, tablesRevision: '' }), answer)) as { value?: unknown }
        if (result.value !== 200) throw new Error(JSON.stringify(result))
        if (index > runs - 400 && index % 4 === 0) floor = Math.min(floor, await pool.heapBytes())
      }
      return floor
    },
    get threads() {
      return pool.size
    },
    close: () => pool.close(),
  }
}
