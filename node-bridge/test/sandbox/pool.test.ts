import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'

import { afterEach, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts'
import { startThread } from '../../src/sandbox/start-thread.ts'
import { inShort, plain, runBody } from './scripts.ts'

const open: Sandbox[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
})

function sandboxOf(options: SandboxOptions) {
  const threads: Worker[] = []
  const sandbox = createSandbox({
    startThread: async () => {
      const thread = await startThread()
      threads.push(thread)
      return thread
    },
    ...options,
  })
  open.push(sandbox)
  return { sandbox, threads }
}

const HUNG = 'return [].indexOf.call({ length: 2 ** 40 }, 1)'
const WORK =
  'let sum = 0; for (let at = 0; at < 1000; at++) sum = (sum * 31 + at + input.seed) % 65521; return { sum, seed: input.seed }'
const seeded = (seed: number) => ({ input: JSON.stringify({ seed }) })

test('two hundred runs at once each get their own answer', async () => {
  const { sandbox, threads } = sandboxOf({ threads: 3 })
  const seeds = Array.from({ length: 200 }, (_, at) => at)
  const outcomes = await Promise.all(seeds.map((seed) => runBody(sandbox, WORK, seeded(seed))))
  expect(outcomes.map((outcome) => JSON.parse(outcome.kind === 'returned' ? outcome.text : '{}').seed)).toEqual(seeds)
  expect(threads.length).toBeLessThanOrEqual(3)
  expect(sandbox.figures()).toMatchObject({ busy: 0, waiting: 0 })
})

test('a hundred runs of one input give the same bytes, in any thread and after anything', async () => {
  const { sandbox } = sandboxOf({ threads: 3 })
  const body = `log(new Date(input.seed).toString(), new Error('x').stack)
    const words = Object.getOwnPropertyNames(globalThis)
    return [words, [5, 3, 9].sort(), new Date(2026, 0, 31, 5).toISOString(), Symbol('x').toString(), 0.1 + 0.2, Math.sin(1e6), 'ä'.localeCompare('z')]`
  const bombs = ['for (;;);', HUNG, 'const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1))', 'throw 1']
  const noise = bombs.map((bomb) => runBody(sandbox, bomb))
  const runs = Array.from({ length: 100 }, () => runBody(sandbox, body, seeded(1_700_000_000_000)))
  const outcomes = await Promise.all(runs)
  await Promise.all(noise)
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(outcomes[0]?.kind).toBe('returned')
})

test('a killed thread costs its run nothing: it is done again by another', async () => {
  const { sandbox, threads } = sandboxOf({ threads: 1 })
  await runBody(sandbox, 'return 1')
  const run = runBody(sandbox, 'const end = 5e5; let at = 0; while (at < end) at++; return at')
  await threads[0]?.terminate()
  expect(inShort(await run)).toBe('returned 500000')
  expect(threads).toHaveLength(2)
})

test('a run under which two threads die is given up, and the next run works', async () => {
  const { sandbox, threads } = sandboxOf({
    threads: 1,
    startThread: async () => {
      const thread = await startThread()
      threads.push(thread)
      if (threads.length < 3)
        thread.on('message', (message) => 'ready' in message && setTimeout(() => void thread.terminate(), 50))
      return thread
    },
  })
  expect(inShort(await runBody(sandbox, 'for (;;);'))).toBe('sandbox_lost')
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('returned 1')
})

test('threads that cannot be started fail whoever waits, by name', async () => {
  const { sandbox } = sandboxOf({ threads: 2, startThread: () => Promise.reject(new Error('no memory')) })
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('sandbox_lost')
})

test('a thread that runs out of memory ends its run by name, and the next run works', async () => {
  let isFirst = true
  const full = `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1000).fill({})) })
    parentPort.postMessage({ ready: true, usedMs: 0 })`
  const { sandbox } = sandboxOf({
    threads: 1,
    startThread: async () => {
      if (!isFirst) return startThread()
      isFirst = false
      return new Worker(full, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 10 } })
    },
  })
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('script_out_of_memory')
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('returned 1')
})

test('a hanging script keeps its own seat busy and nobody else', async () => {
  const { sandbox } = sandboxOf({ threads: 2 })
  await Promise.all([runBody(sandbox, 'return 1'), runBody(sandbox, 'return 1')])
  const order: string[] = []
  const hung = runBody(sandbox, HUNG).then((outcome) => order.push(inShort(outcome)))
  for (let at = 0; at < 20; at++) order.push(inShort(await runBody(sandbox, 'return 1')))
  await hung
  expect(order).toEqual([...Array.from({ length: 20 }, () => 'returned 1'), 'script_timed_out'])
})

test('a thread that was ended is replaced before the next run asks', async () => {
  const { sandbox, threads } = sandboxOf({ threads: 1 })
  expect(inShort(await runBody(sandbox, HUNG))).toBe('script_timed_out')
  expect(sandbox.figures()).toMatchObject({ threads: 1, busy: 0 })
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('returned 1')
  expect(threads).toHaveLength(2)
})

test('owners take turns: the many runs of one do not hold up those of another', async () => {
  const { sandbox } = sandboxOf({ threads: 1 })
  await runBody(sandbox, 'return 1')
  const order: string[] = []
  const run = (owner: string) => runBody(sandbox, 'return 1', { owner }).then(() => order.push(owner))
  await Promise.all([...Array.from({ length: 20 }, () => run('many')), run('one')])
  expect(order.indexOf('one')).toBeLessThan(4)
})

test('the queue is bounded, and one more is refused by name', async () => {
  const { sandbox } = sandboxOf({ threads: 1, mostWaiting: 3 })
  await runBody(sandbox, 'return 1')
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => runBody(sandbox, 'return 1')))
  expect(outcomes.map(inShort)).toEqual([
    ...Array.from({ length: 4 }, () => 'returned 1'),
    'sandbox_busy',
    'sandbox_busy',
  ])
})

test('close tells whoever runs or waits, ends every thread and takes nothing more', async () => {
  const { sandbox, threads } = sandboxOf({ threads: 2 })
  const runs = Array.from({ length: 5 }, () => runBody(sandbox, HUNG))
  await new Promise((resolve) => setTimeout(resolve, 200))
  await sandbox.close()
  expect((await Promise.all(runs)).map(inShort)).toEqual(runs.map(() => 'sandbox_closed'))
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('sandbox_closed')
  expect(sandbox.figures()).toEqual({ threads: 0, busy: 0, waiting: 0 })
  expect(threads.map(({ threadId }) => threadId)).toEqual(threads.map(() => -1))
})

test('close while threads are starting leaves none', async () => {
  const { sandbox, threads } = sandboxOf({ threads: 3 })
  const runs = Array.from({ length: 3 }, () => runBody(sandbox, 'return 1'))
  await sandbox.close()
  expect((await Promise.all(runs)).map(inShort)).toEqual(runs.map(() => 'sandbox_closed'))
  expect(threads.map(({ threadId }) => threadId)).toEqual(threads.map(() => -1))
})

test('memory does not grow over two thousand runs', async () => {
  const { sandbox } = sandboxOf({ threads: 1 })
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const input = JSON.stringify({ seed: 1, text: 'x'.repeat(5_000) })
  const residentMb = async (runs: number) => {
    for (let at = 0; at < runs; at++)
      await sandbox.run({
        script: plain('export default (input) => ({ ...input, list: Array(100).fill(input.text) })'),
        input,
      })
    collect()
    return process.memoryUsage().rss / 2 ** 20
  }
  const before = await residentMb(300)
  const after = await residentMb(2_000)
  expect(after - before).toBeLessThan(100)
}, 60_000)
