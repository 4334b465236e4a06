import { ARRAY_METHODS } from './array-methods.ts'
import { putMethod } from './put-method.ts'

type Visit = (this: unknown, ...given: unknown[]) => unknown
type Method = (this: ArrayLike<unknown>, visit?: Visit, receiver?: unknown) => unknown
type Methods = Record<string, Method | undefined>

/** Does the callback get the value, its index and the array, as the language promises? */
function keepsItsPromise(method: Method, sample: readonly unknown[]): boolean {
  let promised = 0
  method.call(sample, (...given) => {
    promised = given.length
    return true
  })
  return promised === 3
}

/** Callers of prototype.js may leave the function out (`list.any()`); natives may not. Those calls stay the platform's. */
const eitherWay = (byTheLanguage: (typeof ARRAY_METHODS)['find'], platformMethod: Method): Method =>
  function method(visit, receiver) {
    if (typeof visit !== 'function') return platformMethod.call(this, visit, receiver)
    return byTheLanguage(this, (...given) => visit.apply(receiver, given))
  }

function* entries(this: ArrayLike<unknown>): Generator<[number, unknown]> {
  for (let index = 0; index < this.length; index += 1) yield [index, this[index]]
}

/** Brings back what arrays promise; a method that keeps its promise is left as it is. */
export function repairArrayMethods({ Array: { prototype } }: typeof globalThis): void {
  const methods = prototype as unknown as Methods
  for (const [name, byTheLanguage] of Object.entries(ARRAY_METHODS)) {
    const method = methods[name]
    if (method && !keepsItsPromise(method, [1])) putMethod(prototype, name, eitherWay(byTheLanguage, method))
  }
  if (Array.isArray(methods['entries']?.call([]))) putMethod(prototype, 'entries', entries)
}
