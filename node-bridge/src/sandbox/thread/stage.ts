import { readFileSync } from 'node:fs'

import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'

import type { Failure, FailureCode } from '../failures.ts'
import { LIMITS } from '../limits.ts'
import type { Ending, Prelude } from '../messages.ts'
import { positionOf } from '../positions.ts'
import { ended, failed, OUT_OF_MEMORY, TIMED_OUT } from './endings.ts'
import { type Engine, startEngine } from './engine.ts'
import { isNull, positionIn, readError, type ReadFile } from './read-error.ts'
import { Round } from './round.ts'

const GUEST: ReadFile = {
  name: 'sandbox',
  code: readFileSync(new URL('./guest.js', import.meta.url), 'utf8'),
}
const GUEST_LIMITS = JSON.stringify(LIMITS)

/** Without a call the module is loaded, and its functions are named. */
export interface Act {
  readonly file: ReadFile
  readonly call?: { readonly name: string; readonly input: string }
}

type Loaded =
  | { readonly exports: QuickJSHandle; readonly failure?: never }
  | { readonly exports?: never; readonly failure: Failure }

/**
 * A runtime in which the sandbox's own module and a prelude are loaded, and nothing else has ever run. Each round plays on it,
 * and `reset` puts its memory back to that moment: that is faster than a new runtime, and leaves less behind. For this reason
 * no handle is disposed of here.
 */
export class Stage {
  readonly #engine: Engine
  readonly #runtime: QuickJSRuntime
  readonly #context: QuickJSContext
  readonly #prelude: Prelude | undefined
  #reset = () => {}
  #guest: QuickJSHandle | undefined
  #round: Round
  #file: ReadFile = GUEST

  private constructor(engine: Engine, prelude: Prelude | undefined) {
    this.#engine = engine
    this.#prelude = prelude
    this.#round = new Round(new Map(), LIMITS.interruptMs)
    this.#runtime = engine.quickjs.newRuntime()
    this.#runtime.setMaxStackSize(LIMITS.stackBytes)
    this.#runtime.setInterruptHandler(() => this.#round.mustStop())
    this.#loadModules()
    this.#context = this.#runtime.newContext()
  }

  static async set(wasmModule: WebAssembly.Module, prelude: Prelude | undefined): Promise<Stage | Failure> {
    const engine = await startEngine(wasmModule)
    const stage = new Stage(engine, prelude)
    const failure = stage.#prepare()
    if (failure) return { ...failure, code: 'prelude_failed' }
    stage.#reset = engine.keep()
    return stage
  }

  /** No later round may play here: the memory has grown, and stays so. */
  get isWorn(): boolean {
    return this.#engine.isGrown()
  }

  get isFull(): boolean {
    return this.#engine.isFull()
  }

  reset(): void {
    this.#reset()
  }

  /** Whatever it throws is not the script's doing: the stage is then in doubt. */
  play(act: Act, round: Round): Ending {
    this.#round = round
    this.#file = act.file
    const ending = this.#evaluate(act)
    if (round.ending) return round.ending
    if (round.isLate) return ended(TIMED_OUT)
    if (ending.kind === 'failed' || !this.#runtime.hasPendingJob()) return ending
    return failed('async_refused', 'await, promises and import() would go on after the run has ended')
  }

  #prepare(): Failure | undefined {
    this.#installHost()
    const { exports: guest, failure } = this.#module(GUEST)
    if (!guest) return failure
    this.#guest = guest
    const loaded = this.#prelude ? this.#module(this.#prelude) : undefined
    const early = this.#round.ending
    return early?.kind === 'failed'
      ? early.failure
      : (loaded?.failure ?? (early && { code: 'acts_too_early', message: '' }))
  }

  #evaluate({ file, call }: Act): Ending {
    const script = this.#module(file)
    if (!script.exports) return ended(script.failure)
    const text = call
      ? this.#call('invoke', [script.exports, call.name, call.input])
      : this.#call('functionsOf', [script.exports])
    if (typeof text !== 'string') return text
    if (call) return { kind: 'returned', text }
    return { kind: 'compiled', code: file.code, exports: JSON.parse(text) as string[] }
  }

  /** The script imports its prelude and nothing else; the prelude imports the sandbox's words. */
  #loadModules(): void {
    const prelude = this.#prelude
    this.#runtime.setModuleLoader(
      (name) => (name === prelude?.name ? prelude.code : ''),
      (from, name) => {
        if (from === prelude?.name ? name === GUEST.name : name === prelude?.name) return name
        const { code } = this.#file
        const at = positionOf(code, `'${name}'`) ?? positionOf(code, `"${name}"`)
        const message = `there is no module ${JSON.stringify(name.slice(0, 100))}`
        this.#round.end(ended({ code: 'import_refused', message, ...(at && { at }) }))
        return { error: new Error(message) }
      },
    )
  }

  #module({ name, code }: ReadFile): Loaded {
    const result = this.#context.evalCode(code, name, { type: 'module' })
    if (result.error) return { failure: this.#threw(result.error) }
    const exports = result.value
    if (this.#context.getPromiseState(exports).type !== 'pending') return { exports }
    return { failure: { code: 'async_refused', message: 'await outside of a function' } }
  }

  #call(name: string, given: readonly (QuickJSHandle | string)[]): string | Ending {
    const context = this.#context
    if (!this.#guest) throw new Error('The stage is not set.')
    const called = context.getProp(this.#guest, name)
    const values = given.map((value) => (typeof value === 'string' ? context.newString(wellFormed(value)) : value))
    const result = context.callFunction(called, context.undefined, ...values)
    if (result.error) return ended(this.#threw(result.error))
    return context.getString(result.value)
  }

  #threw(error: QuickJSHandle): Failure {
    // Once the round has ended or is late, that is reported instead. Reading would be interrupted, too.
    if (this.#round.mustStop()) return TIMED_OUT
    if (this.isFull && isNull(this.#context, error)) return OUT_OF_MEMORY
    return readError(this.#context, error, this.#file, (value, most) => this.#read(value, most))
  }

  #read(value: QuickJSHandle, most: number): string {
    const context = this.#context
    if (!this.#guest) return context.getString(value)
    const shortened = context.getProp(this.#guest, 'shortened')
    const result = context.callFunction(shortened, context.undefined, value, context.newNumber(most))
    return result.error ? '' : context.getString(result.value)
  }

  #installHost(): void {
    const context = this.#context
    const host = context.newFunction('host', (operation, ...words) => {
      const [first = '', second = ''] = words.map((word) => context.getString(word))
      const answer = this.#answer(context.getString(operation), first, second)
      return answer === undefined ? context.undefined : context.newString(wellFormed(answer))
    })
    context.setProp(context.global, 'host', host)
  }

  #answer(operation: string, first: string, second: string): string | undefined {
    if (operation === 'limits') return GUEST_LIMITS
    if (operation === 'end') this.#end(first, second)
    if (this.#round.ending) return undefined
    // Texts of a script come as JSON: a C string ends at its first NUL.
    const text = JSON.parse(first) as string
    if (operation === 'lookup' || operation === 'step') return this.#round.ask(operation, text, second)
    if (operation === 'prefetch') this.#round.prefetch(text, second)
    if (operation === 'log') this.#round.log(text)
    return undefined
  }

  #end(kind: string, detail: string): void {
    const { stack, text, code, message, path } = JSON.parse(detail) as Record<string, string> & { path?: string[] }
    const at = positionIn(stack ?? '', this.#file)
    const where = at ? { at } : {}
    if (kind === 'stopped') return this.#round.end({ kind, text: text ?? '', ...where })
    const failure = { code: code as FailureCode, message: message ?? '', ...where }
    this.#round.end(ended(path ? { ...failure, path: pointer(path) } : failure))
  }
}

const pointer = (path: readonly string[]) =>
  path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Halves of characters do not survive UTF-8; within JSON text, where alone they may stand, an escape means the same. */
const wellFormed = (json: string) =>
  json.replaceAll(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
