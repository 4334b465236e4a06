import { createHash } from 'node:crypto'
import { Script, type Context } from 'node:vm'
import { parse } from 'acorn'
import { NEWEST_RELEASE, type Release } from '../../releases.ts'
import { assertDialect } from '../dialect.ts'
import { commonJsSource, isEsModule, moduleSource, type ImportedName } from '../module-source.ts'

/** Scripts are compiled once a worker and run in many contexts. Bounded: background scripts are all different. */
const MAX_ENTRIES = 2000

interface Compiled {
  readonly script: Script
  readonly imports: readonly ImportedName[]
  readonly dependencies: readonly string[]
  readonly kind: 'module' | 'commonjs' | 'classic'
}

export interface CompileRequest {
  readonly kind: 'module' | 'classic'
  readonly name: string
  readonly source: string
  /** Classic scripts: names that the platform hands to this sort of script (current, previous, action, …). */
  readonly parameters?: readonly string[]
  /** Classic: return this variable at the end. */
  readonly returns?: string
  /** Classic: return what the last statement is worth. */
  readonly expression?: boolean
}

const cache = new Map<string, Compiled>()

/** Whose engine checks: one release for the life of a thread. */
const engine: { release: Release } = { release: NEWEST_RELEASE }

export function checkAs(release: Release): void {
  engine.release = release
}

/** What the last statement is worth becomes the value of the function: conditions and routes are read that way. */
function returningLast(source: string): string {
  const last = parse(source, { ecmaVersion: 2022, allowReturnOutsideFunction: true }).body.at(-1)
  if (last?.type !== 'ExpressionStatement') return source
  const { start, end } = last.expression
  return `${source.slice(0, last.start)}return (${source.slice(start, end)}\n);${source.slice(last.end)}`
}

/** Glide names and script includes surround a classic script as a `with` scope; its own `var`s stay its own. */
function classicSource({ source, parameters = [], returns, expression }: CompileRequest): string {
  const body = expression ? returningLast(source) : `${source}\n`
  const tail = returns === undefined ? '' : `; return ${returns};`
  return `(function (__scope) { with (__scope) { return function (${parameters.join(', ')}) { ${body}${tail} }; } })`
}

function compile(request: CompileRequest): Compiled {
  const { kind, name, source } = request
  const filename = name
  if (kind === 'classic') {
    assertDialect(source, 'script', name, engine.release)
    return { kind, imports: [], dependencies: [], script: new Script(classicSource(request), { filename }) }
  }
  assertDialect(source, 'module', name, engine.release)
  if (!isEsModule(source) && /\b(module\.exports|exports\.)/.test(source)) {
    return { kind: 'commonjs', imports: [], dependencies: [], script: new Script(commonJsSource(source), { filename }) }
  }
  const { code, imports, dependencies } = moduleSource(source)
  return { kind, imports, dependencies, script: new Script(code, { filename }) }
}

export function compileScript(request: CompileRequest): Compiled {
  const { kind, name, source, parameters, returns, expression } = request
  const key = createHash('sha1')
    .update(JSON.stringify([kind, name, parameters, returns, expression, source]))
    .digest('hex')
  const known = cache.get(key)
  if (known) return known
  const made = compile(request)
  if (cache.size >= MAX_ENTRIES) cache.delete(cache.keys().next().value ?? '')
  cache.set(key, made)
  return made
}

/** The compiled function in this context, or the refusal as text: no error object of the worker's realm crosses over. */
export function instantiate(json: string, context: Context): Readonly<Record<string, unknown>> {
  try {
    const { script, imports, dependencies, kind } = compileScript(JSON.parse(json) as CompileRequest)
    return Object.assign(Object.create(null) as object, {
      make: script.runInContext(context) as unknown,
      details: JSON.stringify({ imports, dependencies, kind }),
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const refusal = reason.startsWith('engine refuses') ? reason : `engine refuses: ${reason}`
    return Object.assign(Object.create(null) as object, { refusal })
  }
}
