import { call, compile, notify, notSimulated } from '../host.ts'
import { ABSENT_INCLUDES, LEGACY_NAMES, LegacyJSON } from './legacy-classes.ts'
import { currentScope, inScope } from '../transaction.ts'

/** Filled by glide-names.ts. Script includes run with the same names, so the two would import each other. */
export const glide: { names: Readonly<Record<string, unknown>> } = { names: {} }
export const requireRoot: { require?: (path: string) => unknown } = {}

interface IncludeImage {
  readonly sysId: string
  readonly name: string
  readonly scope: string
  readonly source: string
}
type Made = (scope: object) => () => unknown

const PLATFORM_NAME =
  /^(Glide[A-Z]\w*|sn_\w+|Packages|Workflow|TemplatePrinter|XMLDocument2?|J2js|SncIPAddress|RESTMessageV2|SOAPMessageV2)$/
const scopes = new Map<string, object>()
const includes = new Map<string, unknown>()

/** A script include's class, evaluated on first use in this transaction. Undefined when there is none. */
export function scriptInclude(scope: string, name: string): unknown {
  const from = currentScope()
  const key = `${from} ${scope}.${name}`
  if (includes.has(key)) return includes.get(key)
  const image = call<IncludeImage | null>('scriptInclude.find', { scope, name, from })
  if (!image) return undefined
  notify('ledger.executed', { table: 'sys_script_include', sysId: image.sysId })
  const { make } = compile({
    kind: 'classic',
    name: `sys_script_include.${image.name}`,
    source: image.source,
    returns: image.name,
  })
  const made = inScope(image.scope, () => (make as Made)(classicScope(image.scope))())
  includes.set(key, made)
  return made
}

/** `x_app.MyClass` from another scope's script. */
function namespace(scope: string): object {
  return new Proxy(Object.create(null) as object, {
    get: (_target, property) => (typeof property === 'symbol' ? undefined : memberOf(scope, property)),
  })
}

/** What `scope.Name` means: a class of the platform, a script include of that scope. */
export function memberOf(scope: string, name: string): unknown {
  if (scope === 'global' && name === 'JSON') return LegacyJSON
  const known = glide.names[name] ?? scriptInclude(scope, name)
  return known ?? (scope === 'global' ? platformInclude(name) : undefined)
}

const isNamespace = (name: string) => name === 'global' || /^x_[a-z0-9_]+$/.test(name)

/** Script includes of the global scope that every instance has; those that are not here are named. */
function platformInclude(name: string): unknown {
  if (Object.hasOwn(LEGACY_NAMES, name)) return LEGACY_NAMES[name]
  return ABSENT_INCLUDES.has(name) ? notSimulated(name) : undefined
}

function lookUp(scope: string, name: string): unknown {
  if (name === 'require') return requireRoot.require
  if (Object.hasOwn(glide.names, name)) return glide.names[name]
  const include = /^[A-Za-z_]\w*$/.test(name)
    ? (scriptInclude(scope, name) ?? (scope === 'global' ? undefined : scriptInclude('global', name)))
    : undefined
  const found = include ?? platformInclude(name)
  if (found !== undefined) return found
  if (isNamespace(name) && (name === 'global' || call<boolean>('scope.exists', { scope: name }))) return namespace(name)
  return PLATFORM_NAME.test(name) ? notSimulated(name) : undefined
}

/** The `with` object around a classic script of this scope. JavaScript's own globals are never looked up here. */
export function classicScope(scope: string): object {
  const known = scopes.get(scope)
  if (known) return known
  const absent = new Set<string>()
  const found = new Map<string, unknown>()
  const resolve = (name: string): boolean => {
    if (found.has(name)) return true
    if (absent.has(name) || name in globalThis) return false
    const value = lookUp(scope, name)
    if (value === undefined) absent.add(name)
    else found.set(name, value)
    return value !== undefined
  }
  const made = new Proxy(Object.create(null) as object, {
    has: (_target, property) => typeof property === 'string' && resolve(property),
    get: (_target, property) => (typeof property === 'string' ? found.get(property) : undefined),
    set: (_target, property, value: unknown) => typeof property === 'string' && Boolean(found.set(property, value)),
  })
  scopes.set(scope, made)
  return made
}
