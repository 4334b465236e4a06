import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'

import type { Failure } from './failures.ts'
import { LIMITS } from './limits.ts'
import type { Prelude, Report } from './messages.ts'
import { Pool } from './pool.ts'
import { frameOf } from './positions.ts'
import { type Answerer, type Known, type Outcome, repeatUntilAnswered } from './repeat-until-answered.ts'
import { startThread } from './start-thread.ts'

export interface SandboxOptions {
  readonly threads?: number
  readonly mostWaiting?: number
  readonly hangMs?: number
  readonly startThread?: () => Promise<Worker>
}

/** What is kept of a script: the author's text, and the same without its types. */
export interface Script {
  /** Stands in stacks, for example `incident.outgoing.ts`. */
  readonly name: string
  readonly source: string
  readonly code: string
}

export interface SourceText {
  readonly name: string
  readonly source: string
  readonly prelude?: Prelude
  readonly owner?: string
}

export interface Run extends Known {
  readonly script: Script
  readonly prelude?: Prelude
  /** Name of the export that is called; `default` where absent. */
  readonly call?: string
  /** JSON: the one argument of the call. */
  readonly input: string
  /** Owners take turns when more is asked for than there are threads. */
  readonly owner?: string
}

export type Compiled =
  | { readonly kind: 'compiled'; readonly script: Script; readonly exports: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Sandbox {
  /** Reads TypeScript when it is saved: types are blanked out, imports resolved, the module loaded once. */
  compile(text: SourceText): Promise<Compiled>
  /** Calls one function of a script. Rejects only with what `answer` throws, or for a mistake of the caller. */
  run(run: Run, answer?: Answerer): Promise<Outcome>
  figures(): { readonly threads: number; readonly busy: number; readonly waiting: number }
  close(): Promise<void>
}

/** Runs scripts that others have written: text in, text out, and nothing else to reach. Threads start when they are needed. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const pool = new Pool({
    threads: options.threads ?? Math.max(2, Math.min(4, availableParallelism())),
    mostWaiting: options.mostWaiting ?? 1_000,
    hangMs: options.hangMs ?? LIMITS.hangMs,
    startThread: options.startThread ?? startThread,
  })
  return {
    async compile({ name, source, prelude, owner = '' }) {
      requireNames(name, prelude)
      const failed = (failure: Failure) => ({ kind: 'failed', failure: framed(failure, source) }) as const
      if (source.length > LIMITS.sourceLength)
        return failed({ code: 'source_too_large', message: `more than ${LIMITS.sourceLength} characters` })
      const { ending } = await pool.run({ kind: 'compile', name, source, ...given(prelude) }, owner)
      if (ending.kind === 'failed') return failed(ending.failure)
      if (ending.kind !== 'compiled') throw new Error(`A compilation ended as ${ending.kind}.`)
      return { kind: 'compiled', script: { name, source, code: ending.code }, exports: ending.exports }
    },
    async run({ script, prelude, call = 'default', input, owner = '', ...known }, answer = refuseQuestions) {
      requireNames(script.name, prelude)
      const { name, code } = script
      if (input.length > LIMITS.inputLength) return notBegun(`the input has more than ${LIMITS.inputLength} characters`)
      const round = (answers: ReadonlyMap<string, string>): Promise<Report> =>
        pool.run({ kind: 'run', name, code, call, input, answers, ...given(prelude) }, owner)
      const outcome = await repeatUntilAnswered(round, answer, known)
      return outcome.kind === 'failed' ? { ...outcome, failure: framed(outcome.failure, script.source) } : outcome
    },
    figures: () => pool.figures,
    close: () => pool.close(),
  }
}

const notBegun = (message: string): Outcome => ({
  kind: 'failed',
  failure: { code: 'input_too_large', message },
  logs: [],
  rounds: 0,
  answered: [],
})

const given = (prelude: Prelude | undefined) => (prelude ? { prelude } : {})

const refuseQuestions: Answerer = async ([question]) => {
  throw new TypeError(`Nobody answers ${question?.kind} ${question?.name}.`)
}

const framed = (failure: Failure, source: string): Failure =>
  failure.at ? { ...failure, frame: frameOf(source, failure.at) } : failure

/** Files are distinguished by their names in a stack. */
function requireNames(name: string, prelude: Prelude | undefined): void {
  for (const one of [name, ...(prelude ? [prelude.name] : [])])
    if (!/^[\w.-]{1,100}$/.test(one) || one === 'sandbox') throw new TypeError(`${one} is no name of a script.`)
  if (name === prelude?.name) throw new TypeError('Script and prelude have the same name.')
}
