/** The time of a script is what its thread has used of the processor: whatever else stands still is not its fault. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import { afterEach, expect, test } from '@jest/globals'

import { createSandbox, LIMITS, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts'
import { startThread } from '../../src/sandbox/start-thread.ts'
import { failureOf, inShort, runBody } from './scripts.ts'

const open: Sandbox[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
})

/** The first threads run `code` instead of the sandbox's own. */
function sandboxOn(code: string, { first, ...options }: SandboxOptions & { first: number }): Sandbox {
  let started = 0
  const sandbox = createSandbox({
    threads: 1,
    startThread: async () => (++started > first ? startThread() : new Worker(code, { eval: true })),
    ...options,
  })
  open.push(sandbox)
  return sandbox
}

const waitingThread = (ms: number) => `const { parentPort } = require('node:worker_threads')
  const report = { ending: { kind: 'returned', text: '"late"' }, asked: [], logs: [], isSpent: false }
  parentPort.on('message', ({ id }) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${ms})
    parentPort.postMessage({ id, report, usedMs: 0 })
  })
  parentPort.postMessage({ ready: true, usedMs: 0 })`

const isStopped = (pid: number) => / T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

test('a run in a process that is stopped for longer than a run may take goes on to its end', async () => {
  const child = spawn(process.execPath, [new URL('stopped-process.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const said = text(child.stdout)
  const pid = Number(child.pid)
  while (!isStopped(pid)) await setTimeout(10)
  await setTimeout(LIMITS.terminateMs + 250)
  child.kill('SIGCONT')
  expect(JSON.parse(await said)).toEqual({ wasRunning: true, outcome: 'returned "through"' })
})

test('a thread that the machine gives nothing for longer than a run may take is waited for', async () => {
  const sandbox = sandboxOn(waitingThread(LIMITS.terminateMs + 250), { first: 1 })
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('returned "late"')
})

test('a thread that never goes on is given up at last, which is not called the fault of the script', async () => {
  const sandbox = sandboxOn(waitingThread(1e9), { first: 2, hangMs: LIMITS.terminateMs })
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('sandbox_lost')
  expect(inShort(await runBody(sandbox, 'return 1'))).toBe('returned 1')
})

test.each([
  ['between two steps of the engine', 'for (;;);', LIMITS.interruptMs],
  ['in one native call', 'return [].indexOf.call({ length: 2 ** 40 }, 1)', LIMITS.terminateMs],
])('a script that burns the processor %s is ended after what it has burnt', async (_where, body, ms) => {
  const sandbox = sandboxOn('', { first: 0 })
  expect(failureOf(await runBody(sandbox, body))).toMatchObject({
    code: 'script_timed_out',
    message: expect.stringContaining(`after ${ms} ms of processor time`),
  })
})
