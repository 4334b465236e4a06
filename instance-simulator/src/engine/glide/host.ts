/** The one way from a transaction's context to the main thread. No script can reach the port: it lives in this module. */
export interface HostPort {
  readonly call: (operation: string, json: string) => string
  readonly notify: (operation: string, json: string) => void
  readonly compile: (json: string) => { make?: unknown; details?: string; refusal?: string }
}

const wire: { port?: HostPort } = {}

export function connect(port: HostPort): void {
  wire.port = port
}

function connected(): HostPort {
  if (!wire.port) throw new Error('glide runtime is not connected')
  return wire.port
}

/** Asks the main thread and waits. Throws what the main thread threw. */
export function call<T>(operation: string, input: unknown = {}): T {
  const answer = JSON.parse(connected().call(operation, JSON.stringify(input))) as {
    value?: T
    error?: { name: string; message: string }
  }
  if (!answer.error) return answer.value as T
  const error = new Error(answer.error.message)
  error.name = answer.error.name
  throw error
}

/** Leaves a message for the main thread and goes on. It is read before whatever is called or returned afterwards. */
export function notify(operation: string, input: unknown): void {
  connected().notify(operation, JSON.stringify(input))
}

export interface CompiledScript {
  readonly make: unknown
  readonly imports: readonly { readonly local: string; readonly imported: string; readonly from: string }[]
  readonly dependencies: readonly string[]
  readonly kind: 'module' | 'commonjs' | 'classic'
}

/** Throws `engine refuses: …` when the platform's engine would. */
export function compile(request: object): CompiledScript {
  const compiled = connected().compile(JSON.stringify(request))
  if (compiled.refusal !== undefined) throw new Error(compiled.refusal)
  return { make: compiled.make, ...(JSON.parse(compiled.details ?? '{}') as Omit<CompiledScript, 'make'>) }
}

/** Never a silent no-op: counted on the coverage page, and the script learns it. */
export function notSimulated(what: string): never {
  call('ledger.notSimulated', { what })
  throw new Error(`not simulated: ${what}`)
}

/** Refusals of the simulator itself must not be swallowed like a script's own errors. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && /^(not simulated|engine refuses|engine limit)/.test(error.message)

const QUIET = new Set<string | symbol>(['then', 'toJSON', 'inspect', 'nodeType', 'length', 'name', 'prototype'])

/** Behind a class or object: whatever it lacks throws instead of being undefined. */
export function missing(name: string): object {
  return new Proxy(Object.create(Object.prototype) as object, {
    get(target, property): unknown {
      if (typeof property === 'symbol' || property in Object.prototype || QUIET.has(property)) {
        return (target as Record<string | symbol, unknown>)[property]
      }
      return notSimulated(`${name}.${property}`)
    },
    has: (target, property) => property in target,
  })
}

/** Gives a Glide class the honest end of its prototype chain. */
export function honest<T extends abstract new (...args: never[]) => unknown>(name: string, type: T): T {
  Object.setPrototypeOf(type.prototype as object, missing(name))
  return type
}
