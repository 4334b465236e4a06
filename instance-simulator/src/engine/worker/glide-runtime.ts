import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { posix, sep } from 'node:path'
import { Script, type Context } from 'node:vm'
import { moduleSource, type ModuleSource } from '../module-source.ts'
import { instantiate } from './script-cache.ts'

/**
 * The Glide classes are TypeScript modules in engine/glide/ that run inside the transaction's own context, so that every
 * object a script sees belongs to its world and none leads out of it. Here they are read and compiled once a worker.
 */
interface RuntimeModule extends Pick<ModuleSource, 'imports' | 'dependencies'> {
  readonly script: Script
  /** The module that a specifier of this one means. */
  readonly resolve: (from: string) => string
}
type Exports = Record<string, unknown>
type Factory = (
  imports: object,
  define: (getters: Record<string, () => unknown>) => void,
  star: (from: string[]) => void,
  require: (from: string) => Exports,
) => () => void

const DIRECTORY = new URL('../glide/', import.meta.url)

/** By their paths below engine/glide/. */
function readRuntime(): Map<string, RuntimeModule> {
  const modules = new Map<string, RuntimeModule>()
  for (const file of readdirSync(DIRECTORY, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const name = file.replaceAll(sep, '/')
    const source = moduleSource(stripTypeScriptTypes(readFileSync(new URL(name, DIRECTORY), 'utf8')))
    const resolve = (from: string) => posix.join(posix.dirname(name), from)
    const { code, imports, dependencies } = source
    modules.set(name, { imports, dependencies, resolve, script: new Script(code, { filename: `glide/${name}` }) })
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
    const loadFrom = (from: string) => load(module.resolve(from))
    loaded.set(name, exports)
    const imports: object = Object.create(null) as object
    for (const { local, imported, from } of module.imports) {
      Object.defineProperty(imports, local, { get: () => loadFrom(from)[imported] })
    }
    const define = (getters: Record<string, () => unknown>) => {
      for (const [key, get] of Object.entries(getters)) Object.defineProperty(exports, key, { get, enumerable: true })
    }
    for (const from of module.dependencies) loadFrom(from)
    ;(module.script.runInContext(context) as Factory)(imports, define, () => undefined, loadFrom)()
    return exports
  }
  const connect = load('host.ts').connect as (port: object) => void
  connect(
    Object.assign(Object.create(null) as object, {
      call,
      notify,
      compile: (json: string) => instantiate(json, context),
    }),
  )
  return load('runs/run-job.ts') as unknown as TransactionEntry
}
