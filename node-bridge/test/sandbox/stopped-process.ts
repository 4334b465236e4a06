/** A process of its own for processor-time.test.ts: it stops itself in the midst of a run, and tells what became of the run. */
import { writeSync } from 'node:fs'

import { createSandbox } from '../../src/sandbox/index.ts'
import { inShort, runBody } from './scripts.ts'

const LONG = 'let sum = 0; for (let at = 0; at < 1_500_000; at++) sum = (sum * 31 + at) % 65521; return "through"'

const sandbox = createSandbox({ threads: 1 })
await runBody(sandbox, 'return 1')
let isRunning = true
const run = runBody(sandbox, LONG).finally(() => (isRunning = false))
await new Promise((resolve) => setTimeout(resolve, 20))
const wasRunning = isRunning
process.kill(process.pid, 'SIGSTOP')
const outcome = inShort(await run)
await sandbox.close()
writeSync(1, JSON.stringify({ wasRunning, outcome }))
