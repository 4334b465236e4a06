import { call, compile, notify, notSimulated, type CompiledScript } from '../host.ts'
import { glide, memberOf, requireRoot } from './script-scope.ts'
import { inScope } from '../transaction.ts'

/** `require` and `import` of the rows of sys_module, as the SDK emits them: `<scope>/<package>/<version>/path`. */
interface ModuleImage {
  readonly sysId: string
  readonly path: string
  readonly scope: string
  readonly content: string
}
type Exports = Record<string, unknown>
type EsFactory = (
  imports: object,
  define: (getters: Record<string, () => unknown>) => void,
  star: (from: string[]) => void,
  require: (from: string) => Exports,
) => () => void
type CommonJsFactory = (module: { exports: unknown }, exports: unknown, require: (from: string) => unknown) => void

const loaded = new Map<string, { exports: Exports }>()

/** `../x.ts` seen from `scope/pkg/1.0.0/src/a/b.ts`. */
function absolutePath(specifier: string, from: string): string {
  if (!specifier.startsWith('.')) return specifier
  const parts = from.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** Names of `@servicenow/glide[/namespace]`. One that is not simulated throws when it is used, not when it is imported. */
function glideNamespace(specifier: string): Exports {
  const space = specifier.split('/')[2]
  const names = space === undefined ? glide.names : (glide.names[space] as Exports | undefined)
  return new Proxy(Object.create(null) as Exports, {
    get(_target, property): unknown {
      if (typeof property === 'symbol') return undefined
      if (names && Object.hasOwn(names, property)) return names[property]
      const include = space === undefined ? undefined : memberOf(space, property)
      return include ?? notSimulated(space === undefined ? property : `${space}.${property}`)
    },
  })
}

function evaluate(image: ModuleImage, compiled: CompiledScript, module: { exports: Exports }): void {
  const require = (specifier: string) => requireModule(specifier, image.path)
  if (compiled.kind === 'commonjs') {
    ;(compiled.make as CommonJsFactory)(module, module.exports, require)
    return
  }
  const imports = Object.create(null) as object
  for (const { local, imported, from } of compiled.imports) {
    Object.defineProperty(imports, local, { get: () => importedValue(require(from), imported, from, image.path) })
  }
  const define = (getters: Record<string, () => unknown>) => {
    for (const [name, get] of Object.entries(getters))
      Object.defineProperty(module.exports, name, { get, enumerable: true })
  }
  const star = (sources: string[]) => {
    for (const source of sources) {
      const all = require(source)
      for (const name of Object.keys(all)) {
        if (name !== 'default' && !Object.hasOwn(module.exports, name)) {
          Object.defineProperty(module.exports, name, { get: () => all[name], enumerable: true })
        }
      }
    }
  }
  for (const dependency of compiled.dependencies) require(dependency)
  ;(compiled.make as EsFactory)(imports, define, star, require)()
}

function importedValue(exports: Exports, name: string, from: string, importer: string): unknown {
  if (name === '*') return exports
  if (name === 'default' && !('default' in exports)) return exports
  const value = exports[name]
  if (value === undefined && !(name in exports) && !from.startsWith('@servicenow/glide')) {
    throw new SyntaxError(`${importer}: ${from} has no export named ${name}`)
  }
  return value
}

export function requireModule(specifier: string, from: string): Exports {
  if (specifier === '@servicenow/glide' || specifier.startsWith('@servicenow/glide/')) return glideNamespace(specifier)
  const path = absolutePath(specifier, from)
  const known = loaded.get(path)
  if (known) return known.exports
  const image = call<ModuleImage | null>('module.load', { path, from })
  if (!image) throw new Error(`Cannot find module '${specifier}'${from ? ` from '${from}'` : ''}`)
  // A package's module has a path of its own and is one module, by whatever name it is imported.
  const sameModule = loaded.get(image.path)
  const module = sameModule ?? { exports: {} as Exports }
  loaded.set(path, module)
  loaded.set(image.path, module)
  if (sameModule) return sameModule.exports
  notify('ledger.executed', { table: 'sys_module', sysId: image.sysId })
  if (image.path.endsWith('.json')) {
    module.exports = JSON.parse(image.content) as Exports
    return module.exports
  }
  const compiled = compile({ kind: 'module', name: image.path, source: image.content })
  inScope(image.scope, () => evaluate(image, compiled, module))
  return module.exports
}

/** Classic scripts call `require` with the whole path. */
export function installModules(): void {
  requireRoot.require = (path) => requireModule(path, '')
}
