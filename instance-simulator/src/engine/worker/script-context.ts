import { createContext, runInContext, type Context } from 'node:vm'

/** What V8 gives every context and the platform's engine does not have. */
const ABSENT_GLOBALS = [
  'console', 'Reflect', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'Iterator',
  'AsyncDisposableStack', 'DisposableStack', 'SuppressedError', 'Float16Array', 'escape', 'unescape',
] // prettier-ignore

/** A fresh world for one transaction: no code from strings, microtasks drained after each evaluation. */
export function createScriptContext(): Context {
  const context = createContext(Object.create(null), {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  })
  runInContext(ABSENT_GLOBALS.map((name) => `delete globalThis.${name};`).join(''), context)
  return context
}
