import { putMethod } from './put-method.ts'

type AnyFunction = (...given: unknown[]) => unknown

function boundOf(target: AnyFunction, receiver: unknown, first: readonly unknown[]): AnyFunction {
  function bound(this: unknown, ...rest: unknown[]): unknown {
    const given = [...first, ...rest]
    if (new.target === undefined) return Reflect.apply(target, receiver, given)
    return Reflect.construct(target, given, new.target === bound ? target : new.target)
  }
  Object.defineProperty(bound, 'name', { value: `bound ${target.name}`, configurable: true })
  Object.defineProperty(bound, 'length', { value: Math.max(0, target.length - first.length), configurable: true })
  return bound
}

/** Bound functions can be constructors: then their first arguments stay bound and `this` does not. */
function bind(this: AnyFunction, receiver: unknown, ...first: unknown[]): AnyFunction {
  if (typeof this !== 'function') throw new TypeError('bind must be called on a function')
  return boundOf(this, receiver, first)
}

const constructs = (candidate: unknown): boolean => {
  try {
    return Reflect.construct(candidate as DateConstructor, [0]) instanceof Date
  } catch {
    return false
  }
}

/** Older versions of prototype.js return the function itself when there is nothing to bind, and forget `new`. */
export function repairBind({ Function: { prototype } }: typeof globalThis): void {
  const bound: unknown = prototype.bind.call(Date, undefined)
  if (bound === Date || !constructs(bound)) putMethod(prototype, 'bind', bind)
}
