import { putMethod } from './put-method.ts'

type ArrayClass = new () => unknown[]
type Project = (value: unknown, index: number) => unknown

const isIterable = (source: unknown): source is Iterable<unknown> =>
  typeof source === 'string' || (typeof source === 'object' && source !== null && Symbol.iterator in source)

/**
 * prototype.js replaces Array.from by its own $A, which gives [] for a Set, a Map or an iterator, cuts characters in
 * halves and ignores the mapping function. Iterables are read by their iterator here; everything else, such as its own
 * hashes and ranges, still goes to the platform's version.
 */
export function repairArrayFrom({ Array: builtIn }: typeof globalThis): void {
  const platformFrom = builtIn.from as (source: unknown) => Iterable<unknown>
  if ([...platformFrom(new Set([1]))].length === 1) return
  function from(this: unknown, source: unknown, project?: Project, receiver?: unknown): unknown[] {
    const list = typeof this === 'function' && this !== builtIn ? new (this as ArrayClass)() : new builtIn<unknown>()
    const values = isIterable(source) ? source : platformFrom(source)
    let index = 0
    for (const value of values) {
      list[index] = project ? project.call(receiver, value, index) : value
      index += 1
    }
    return list
  }
  putMethod(builtIn, 'from', from)
}
