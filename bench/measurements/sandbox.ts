import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { createSandbox, type Prelude, type Sandbox, type Script } from '../../node-bridge/src/sandbox/index.ts'
import { startEngine } from '../../node-bridge/src/sandbox/thread/engine.ts'
import { eachInFlight } from '../load/in-flight.ts'
import type { Measurement } from '../measurement.ts'
import type { Against, RelatedFigure } from '../result/figure.ts'
import { figureOf, median, quantile } from '../result/statistics.ts'

const WASM = '@jitl/quickjs-wasmfile-release-sync/wasm'
const PRELUDE: Prelude = { name: 'words', code: "export { lookup } from 'sandbox'" }
const RECORD = JSON.stringify({ number: 'INC0010001', text: 'x'.repeat(5_000), state: { value: '2', label: 'Open' } })

const SMALL = 'export default (record) => ({ summary: record.number, status: record.state.label })'
const LOOKING = `import { lookup } from 'words'
export default (record) => ({ summary: record.number, caller: lookup('user', record.number) })`
const HANGING = 'export default () => [].indexOf.call({ length: 2 ** 40 }, 1)'

const script = (code: string): Script => ({ name: 'rules.ts', source: code, code })

/** A runtime, a context, an empty program and the end of both, with nothing of ours: a run as one would write it. */
async function measureEmpty(count: number, rounds: number): Promise<number[]> {
  const { quickjs } = await startEngine(
    await WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve(WASM))),
  )
  return eachRound(rounds, count, () => {
    const runtime = quickjs.newRuntime()
    const context = runtime.newContext()
    context.unwrapResult(context.evalCode('1')).dispose()
    context.dispose()
    runtime.dispose()
  })
}

/** Medians in ms, of `count` calls one after another. */
async function eachRound(rounds: number, count: number, work: () => unknown): Promise<number[]> {
  const medians: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const times: number[] = []
    for (let done = 0; done < count; done += 1) {
      const startedAt = performance.now()
      await work()
      times.push(performance.now() - startedAt)
    }
    if (round > 0) medians.push(median(times))
  }
  return medians
}

async function run(sandbox: Sandbox, code: string): Promise<void> {
  const outcome = await sandbox.run({ script: script(code), prelude: PRELUDE, input: RECORD }, async (questions) =>
    questions.map(() => '"Ann"'),
  )
  if (outcome.kind !== 'returned') throw new Error(`A run of the bench ended as ${JSON.stringify(outcome)}`)
}

/** The slowest of twenty runs while the other thread hangs until it is ended, and once while nothing hangs. */
async function besideHanging(sandbox: Sandbox, isHanging: boolean): Promise<number> {
  const hung = isHanging ? sandbox.run({ script: script(HANGING), input: '1' }) : undefined
  const times: number[] = []
  for (let done = 0; done < 20; done += 1) {
    const startedAt = performance.now()
    await run(sandbox, SMALL)
    times.push(performance.now() - startedAt)
  }
  await hung
  return quantile(times, 0.5)
}

/** Of one worker that never waits: what its thread does while the way there and back of another run is made. */
async function perSecond(sandbox: Sandbox, code: string, count: number, rounds: number): Promise<number[]> {
  const measured: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now()
    await eachInFlight(Array.from({ length: count }), 4, () => run(sandbox, code))
    if (round > 0) measured.push((count * 1000) / (performance.now() - startedAt))
  }
  return measured
}

async function figuresOf(quick: boolean): Promise<RelatedFigure[]> {
  const [count, rounds] = quick ? [20, 1] : [1_000, 5]
  const empty: Against = { value: median(await measureEmpty(count, rounds)), to: 'an empty run of QuickJS' }
  const sandbox = createSandbox({ threads: 2 })
  const worker = createSandbox({ threads: 1 })
  const emptyRate: Against = { value: 1000 / empty.value, to: empty.to }
  try {
    const smallRate = await perSecond(worker, SMALL, count, rounds)
    const lookingRate = await perSecond(worker, LOOKING, count, rounds)
    const small = await eachRound(rounds, count, () => run(sandbox, SMALL))
    const looking = await eachRound(rounds, count, () => run(sandbox, LOOKING))
    const compiling = await eachRound(rounds, Math.ceil(count / 10), () =>
      sandbox.compile({ name: 'rules.ts', source: `${SMALL} as (record: unknown) => unknown`, prelude: PRELUDE }),
    )
    const alone: number[] = []
    const beside: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await besideHanging(sandbox, false))
      beside.push(await besideHanging(sandbox, true))
    }
    return [
      figureOf('runs of one worker', 'per second', smallRate, emptyRate),
      figureOf('runs of one worker, each with one look-up', 'per second', lookingRate, emptyRate),
      figureOf('a small script on 5 KB, p50', 'ms', small, empty, { aim: { of: 'median', most: 1 } }),
      figureOf('the same with one look-up, two rounds, p50', 'ms', looking, empty),
      figureOf('compiled when it is saved, p50', 'ms', compiling, empty),
      figureOf('a small script while another hangs, p50', 'ms', beside, empty, {
        beside: { value: median(alone), to: 'alone' },
      }),
    ]
  } finally {
    await Promise.all([sandbox.close(), worker.close()])
  }
}

export const sandbox: Measurement = {
  name: 'sandbox',
  title: 'Scripts in the sandbox, there and back',
  run: async ({ quick }) => ({
    figures: await figuresOf(quick),
    notes: [
      'Each run has a context of its own. One worker: a thread, four runs asked of it at once. The others: two threads, one run at a time. An empty run makes a runtime and a context for it and has nothing of ours in it, nor a way between threads.',
    ],
  }),
}
