/** A thread of the sandbox: one job after another, each in a runtime of its own. */
import { parentPort, workerData } from 'node:worker_threads'

import { LIMITS } from '../limits.ts'
import type { CompileJob, Ending, FromThread, Job, Report, RunJob, ToThread } from '../messages.ts'
import { startEngine } from './engine.ts'
import { evaluate, type Evaluation, OUT_OF_MEMORY } from './evaluate.ts'
import { Round } from './round.ts'
import { useUtc } from './utc.ts'

const { wasmModule } = workerData as { wasmModule: WebAssembly.Module }
const port = parentPort
if (!port) throw new Error('This file runs as a worker thread only.')
const send = (message: FromThread) => port.postMessage(message)

useUtc()
let engine = await startEngine(wasmModule)
/** A trap leaves the engine's memory as it was in the middle of something. */
let isInDoubt = false

function run({ name, code, prelude, call, input, answers }: RunJob): Report {
  return evaluateInRound({ file: { name, code }, prelude, call: { name: call, input } }, answers)
}

async function compile({ name, source, prelude }: CompileJob): Promise<Report> {
  const { stripTypes } = await import('./strip-types.ts')
  const stripped = stripTypes(source)
  if ('failure' in stripped) return report({ kind: 'failed', failure: stripped.failure })
  const loaded = evaluateInRound({ file: { name, code: stripped.code }, prelude }, new Map())
  const { kind } = loaded.ending
  if (kind !== 'asked' && kind !== 'stopped') return loaded
  const message = 'look-ups, steps and stop belong into the function'
  return { ...loaded, ending: { kind: 'failed', failure: { code: 'acts_too_early', message } } }
}

function evaluateInRound(evaluation: Evaluation, answers: ReadonlyMap<string, string>): Report {
  const round = new Round(answers, LIMITS.interruptMs)
  try {
    return report(evaluate(engine, evaluation, round), round)
  } catch (error) {
    isInDoubt = true
    return report(round.ending ?? trapped(error, round), round)
  }
}

/** The engine itself gave up. */
function trapped(error: unknown, round: Round): Ending {
  if (round.isLate) return { kind: 'failed', failure: { code: 'script_timed_out', message: 'stopped' } }
  if (engine.isFull()) return { kind: 'failed', failure: OUT_OF_MEMORY }
  const message = error instanceof Error ? error.message.slice(0, LIMITS.messageLength) : 'the engine failed'
  const code = error instanceof RangeError ? 'script_stack_overflow' : 'sandbox_lost'
  return { kind: 'failed', failure: { code, message } }
}

function report(ending: Ending, round?: Round): Report {
  return { ending, asked: round?.asked ?? [], logs: round?.allLogs() ?? [], isSpent: false }
}

async function handle({ id, job }: ToThread): Promise<void> {
  const done = await work(job)
  send({ id, report: done })
  if (isInDoubt || engine.isGrown()) engine = await startEngine(wasmModule)
  isInDoubt = false
}

async function work(job: Job): Promise<Report> {
  if (job.kind === 'run') return run(job)
  try {
    return await compile(job)
  } catch {
    const failure = { code: 'syntax_error', message: 'nested too deeply to be read' } as const
    return { ...report({ kind: 'failed', failure }), isSpent: true }
  }
}

let last = Promise.resolve()
port.on('message', (message: ToThread) => {
  last = last.then(() => handle(message))
})
send({ ready: true })
