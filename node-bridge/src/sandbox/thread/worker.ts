/** A thread of the sandbox: it runs one job after another, each on a stage without a trace of the one before. */
import { parentPort, workerData } from 'node:worker_threads'

import type { Failure } from '../failures.ts'
import { LIMITS } from '../limits.ts'
import type { CompileJob, Ending, FromThread, Job, Prelude, Report, ToThread } from '../messages.ts'
import { ended, failed, OUT_OF_MEMORY, TIMED_OUT } from './endings.ts'
import { Round } from './round.ts'
import { type Act, Stage } from './stage.ts'
import { usedMs } from './used-ms.ts'
import { useUtc } from './utc.ts'

const { wasmModule } = workerData as { wasmModule: WebAssembly.Module }
const port = parentPort
if (!port) throw new Error('This file runs as a worker thread only.')
const send = (message: FromThread) => port.postMessage(message)

/** The stage of the last prelude. There is one prelude for all scripts of a direction, mostly for all. */
let stage: { readonly of: string; readonly is: Stage | Failure } | undefined

async function stageOf(prelude: Prelude | undefined): Promise<Stage | Failure> {
  const of = prelude ? `${prelude.name}\n${prelude.code}` : ''
  if (stage?.of !== of) stage = { of, is: await Stage.set(wasmModule, prelude) }
  return stage.is
}

async function play(act: Act, prelude: Prelude | undefined, answers: ReadonlyMap<string, string>): Promise<Report> {
  const set = await stageOf(prelude)
  if (!(set instanceof Stage)) return report(ended(set))
  const round = new Round(answers, LIMITS.interruptMs)
  try {
    return report(set.play(act, round), round)
  } catch (error) {
    // A trap leaves the engine in the midst of something.
    stage = undefined
    return report(round.ending ?? trapped(error, round, set), round)
  }
}

/** The engine itself gave up. */
function trapped(error: unknown, round: Round, { isFull }: Stage): Ending {
  if (round.isLate) return ended(TIMED_OUT)
  if (isFull) return ended(OUT_OF_MEMORY)
  const message = error instanceof Error ? error.message.slice(0, LIMITS.messageLength) : 'the engine failed'
  return failed(error instanceof RangeError ? 'script_stack_overflow' : 'sandbox_lost', message)
}

async function compile({ name, source, prelude }: CompileJob): Promise<Report> {
  const { stripTypes } = await import('./strip-types.ts')
  const stripped = stripTypes(source)
  if ('failure' in stripped) return report(ended(stripped.failure))
  const loaded = await play({ file: { name, code: stripped.code } }, prelude, new Map())
  const { kind } = loaded.ending
  if (kind !== 'asked' && kind !== 'stopped') return loaded
  return { ...loaded, ending: failed('acts_too_early', 'look-ups, steps and stop belong into the function') }
}

const report = (ending: Ending, round?: Round): Report => ({
  ending,
  asked: round?.asked ?? [],
  logs: round?.allLogs() ?? [],
  isSpent: false,
})

async function work(job: Job): Promise<Report> {
  if (job.kind === 'run') {
    const { name, code, prelude, call, input, answers } = job
    return play({ file: { name, code }, call: { name: call, input } }, prelude, answers)
  }
  try {
    return await compile(job)
  } catch {
    return { ...report(failed('syntax_error', 'nested too deeply to be read')), isSpent: true }
  }
}

/** Resets the stage, after the answer was posted and before the next job begins. */
async function clear(prelude: Prelude | undefined): Promise<void> {
  if (stage?.is instanceof Stage && stage.is.isWorn) stage = undefined
  const set = await stageOf(prelude)
  if (set instanceof Stage) set.reset()
}

async function handle({ id, job }: ToThread): Promise<void> {
  const done = await work(job)
  send({ id, report: done, usedMs: usedMs() })
  await clear(job.prelude)
}

useUtc()
await stageOf(undefined)
let last = Promise.resolve()
port.on('message', (message: ToThread) => {
  last = last.then(() => handle(message))
})
send({ ready: true, usedMs: usedMs() })
