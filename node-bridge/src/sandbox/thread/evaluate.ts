import { readFileSync } from 'node:fs'

import { type QuickJSContext, type QuickJSHandle, type QuickJSRuntime, Scope } from 'quickjs-emscripten-core'

import type { Failure, FailureCode } from '../failures.ts'
import { LIMITS } from '../limits.ts'
import type { Ending, Prelude } from '../messages.ts'
import { positionOf } from '../positions.ts'
import type { Engine } from './engine.ts'
import { isNull, positionIn, readError, type ReadFile } from './read-error.ts'
import type { Round } from './round.ts'

const GUEST = 'sandbox'
const GUEST_CODE = readFileSync(new URL('./guest.js', import.meta.url), 'utf8')
const GUEST_LIMITS = JSON.stringify(LIMITS)

export interface Evaluation {
  readonly file: ReadFile
  readonly prelude?: Prelude | undefined
  /** Without a call the module is loaded, and its functions are told. */
  readonly call?: { readonly name: string; readonly input: string }
}

type Loaded =
  | { readonly exports: QuickJSHandle; readonly failure?: never }
  | { readonly exports?: never; readonly failure: Failure }

/** One round in a runtime of its own. Whatever it throws is not the script's doing: the engine is then in doubt. */
export function evaluate(engine: Engine, evaluation: Evaluation, round: Round): Ending {
  return Scope.withScope((scope) => {
    const runtime = scope.manage(engine.quickjs.newRuntime())
    runtime.setMaxStackSize(LIMITS.stackBytes)
    runtime.setInterruptHandler(() => round.mustStop())
    loadModules(runtime, evaluation, round)
    const context = scope.manage(runtime.newContext())
    const ending = new Evaluator(engine, context, scope, evaluation, round).run()
    return endingOf(ending, runtime, round)
  })
}

function endingOf(ending: Ending, runtime: QuickJSRuntime, round: Round): Ending {
  if (round.ending) return round.ending
  if (round.isLate) return failed('script_timed_out', `stopped after ${LIMITS.interruptMs} ms`)
  if (ending.kind === 'failed' || !runtime.hasPendingJob()) return ending
  return failed('async_refused', 'await, promises and import() would go on after the run has ended')
}

/** The script imports its prelude and nothing else; the prelude imports the sandbox's words. */
function loadModules(runtime: QuickJSRuntime, { file, prelude }: Evaluation, round: Round): void {
  runtime.setModuleLoader(
    (name) => (name === prelude?.name ? prelude.code : ''),
    (from, name) => {
      if (from === prelude?.name ? name === GUEST : name === prelude?.name) return name
      const at = positionOf(file.code, `'${name}'`) ?? positionOf(file.code, `"${name}"`)
      const message = `there is no module ${JSON.stringify(name.slice(0, 100))}`
      round.end({ kind: 'failed', failure: { code: 'import_refused', message, ...(at ? { at } : {}) } })
      return { error: new Error(message) }
    },
  )
}

class Evaluator {
  readonly #engine: Engine
  readonly #context: QuickJSContext
  readonly #scope: Scope
  readonly #evaluation: Evaluation
  readonly #round: Round
  #guest: QuickJSHandle | undefined

  constructor(engine: Engine, context: QuickJSContext, scope: Scope, evaluation: Evaluation, round: Round) {
    this.#engine = engine
    this.#context = context
    this.#scope = scope
    this.#evaluation = evaluation
    this.#round = round
  }

  run(): Ending {
    const { file, prelude, call } = this.#evaluation
    this.#installHost()
    const guest = this.#module({ name: GUEST, code: GUEST_CODE })
    if (!guest.exports) return ended(guest.failure)
    this.#guest = guest.exports
    if (prelude) {
      const loaded = this.#module(prelude)
      if (!loaded.exports) return ended({ ...loaded.failure, code: 'prelude_failed' })
    }
    const script = this.#module(file)
    if (!script.exports) return ended(script.failure)
    const text = call
      ? this.#call(guest.exports, 'invoke', [script.exports, call.name, call.input])
      : this.#call(guest.exports, 'functionsOf', [script.exports])
    if (typeof text !== 'string') return text
    if (call) return { kind: 'returned', text }
    return { kind: 'compiled', code: file.code, exports: JSON.parse(text) as string[] }
  }

  #module({ name, code }: ReadFile): Loaded {
    const result = this.#context.evalCode(code, name, { type: 'module' })
    if (result.error) return { failure: this.#threw(this.#scope.manage(result.error)) }
    const exports = this.#scope.manage(result.value)
    if (this.#context.getPromiseState(exports).type !== 'pending') return { exports }
    return { failure: { code: 'async_refused', message: 'await outside of a function' } }
  }

  #call(guest: QuickJSHandle, name: string, given: readonly (QuickJSHandle | string)[]): string | Ending {
    const context = this.#context
    const called = this.#scope.manage(context.getProp(guest, name))
    const values = given.map((value) =>
      typeof value === 'string' ? this.#scope.manage(context.newString(wellFormed(value))) : value,
    )
    const result = context.callFunction(called, context.undefined, ...values)
    if (result.error) return ended(this.#threw(this.#scope.manage(result.error)))
    return context.getString(this.#scope.manage(result.value))
  }

  #threw(error: QuickJSHandle): Failure {
    // Once the round has ended or is late, that is told instead. Reading would be interrupted, too.
    if (this.#round.mustStop()) return { code: 'script_timed_out', message: 'stopped' }
    if (this.#engine.isFull() && isNull(this.#context, error)) return OUT_OF_MEMORY
    return readError(this.#context, error, this.#evaluation.file, (value, most) => this.#read(value, most))
  }

  #read(value: QuickJSHandle, most: number): string {
    const context = this.#context
    if (!this.#guest) return context.getString(value)
    const shortened = context.getProp(this.#guest, 'shortened')
    const result = context.callFunction(shortened, context.undefined, value, context.newNumber(most))
    shortened.dispose()
    if (result.error) return result.error.consume(() => '')
    return result.value.consume((text) => context.getString(text))
  }

  #installHost(): void {
    const context = this.#context
    const host = context.newFunction('host', (operation, ...words) => {
      const [first = '', second = ''] = words.map((word) => context.getString(word))
      const answer = this.#answer(context.getString(operation), first, second)
      return answer === undefined ? context.undefined : context.newString(wellFormed(answer))
    })
    context.setProp(context.global, 'host', this.#scope.manage(host))
  }

  #answer(operation: string, first: string, second: string): string | undefined {
    if (operation === 'limits') return GUEST_LIMITS
    if (operation === 'end') this.#end(first, second)
    if (this.#round.ending) return undefined
    // Texts of a script come as JSON: a C string ends at its first NUL.
    const text = JSON.parse(first) as string
    if (operation === 'lookup' || operation === 'step') return this.#round.ask(operation, text, second)
    if (operation === 'announce') this.#round.announce(text, second)
    if (operation === 'log') this.#round.log(text)
    return undefined
  }

  #end(kind: string, detail: string): void {
    const { stack, text, code, message, path } = JSON.parse(detail) as Record<string, string> & { path?: string[] }
    const at = positionIn(stack ?? '', this.#evaluation.file)
    const where = at ? { at } : {}
    if (kind === 'stopped') return this.#round.end({ kind, text: text ?? '', ...where })
    const failure = { code: code as FailureCode, message: message ?? '', ...where }
    this.#round.end({ kind: 'failed', failure: path ? { ...failure, path: pointer(path) } : failure })
  }
}

export const OUT_OF_MEMORY: Failure = {
  code: 'script_out_of_memory',
  message: `more than ${LIMITS.memoryBytes / 1024 / 1024} MB`,
}

const ended = (failure: Failure): Ending => ({ kind: 'failed', failure })

const failed = (code: FailureCode, message: string) => ended({ code, message })

const pointer = (path: readonly string[]) =>
  path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Halves of characters do not survive UTF-8; within JSON text, where alone they may stand, an escape means the same. */
const wellFormed = (json: string) =>
  json.replaceAll(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
