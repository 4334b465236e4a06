import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { Script, type Context } from 'node:vm'
import { moduleSource, type ModuleSource } from '../module-source.ts'
import { instantiate } from './script-cache.ts'

/**
 * The Glide classes are TypeScript modules in engine/glide/ that run inside the transaction's own context, so that every
 * object a script sees belongs to its world and none leads out of it. Here they are read and compiled once a worker.
 */
interface RuntimeModule extends ModuleSource {
  readonly script: Script
}
type Exports = Record<string, unknown>
type Factory = (
  imports: object,
  define: (getters: Record<string, () => unknown>) => void,
  star: (from: string[]) => void,
  require: (from: string) => Exports,
) => () => void

const DIRECTORY = new URL('../glide/', import.meta.url)

function readRuntime(): Map<string, RuntimeModule> {
  const modules = new Map<string, RuntimeModule>()
  for (const name of readdirSync(DIRECTORY).filter((file) => file.endsWith('.ts'))) {
    const source = moduleSource(stripTypeScriptTypes(readFileSync(new URL(name, DIRECTORY), 'utf8')))
    modules.set(`./${name}`, { ...source, script: new Script(source.code, { filename: `glide/${name}` }) })
  }
  return modules
}

let runtime: Map<string, RuntimeModule> | undefined

export interface TransactionEntry {
  readonly startJob: (job: string) => void
  readonly jobResult: () => string
}

/** The ways to the main thread. */
export interface MainThread {
  readonly call: (operation: string, json: string) => string
  readonly notify: (operation: string, json: string) => void
}

/** Installs the Glide classes in a fresh context. */
export function installGlide(context: Context, { call, notify }: MainThread): TransactionEntry {
  runtime ??= readRuntime()
  const loaded = new Map<string, Exports>()
  const load = (name: string): Exports => {
    const known = loaded.get(name)
    if (known) return known
    const module = runtime?.get(name)
    if (!module) throw new Error(`glide runtime: no module ${name}`)
    const exports: Exports = {}
    loaded.set(name, exports)
    const imports: object = Object.create(null) as object
    for (const { local, imported, from } of module.imports) {
      Object.defineProperty(imports, local, { get: () => load(from)[imported] })
    }
    const define = (getters: Record<string, () => unknown>) => {
      for (const [key, get] of Object.entries(getters)) Object.defineProperty(exports, key, { get, enumerable: true })
    }
    for (const from of module.dependencies) load(from)
    ;(module.script.runInContext(context) as Factory)(imports, define, () => undefined, load)()
    return exports
  }
  const connect = load('./host.ts').connect as (port: object) => void
  connect(
    Object.assign(Object.create(null) as object, {
      call,
      notify,
      compile: (json: string) => instantiate(json, context),
    }),
  )
  return load('./run-job.ts') as unknown as TransactionEntry
}
