/**
 * The platform's prototype.js replaces Array.from by its own $A, which gives [] for a Set, a Map or an iterator and
 * ignores the mapping function. Libraries in this bundle rely on the real one. Where it is broken, iterables are read
 * by their iterator and everything else still goes to the platform's version.
 */
export function mendArrayFrom(): void {
  const platformFrom: typeof Array.from = Array.from
  if (platformFrom(new Set([1])).length === 1) return
  const from = (source: Iterable<unknown> | ArrayLike<unknown>, map?: (value: unknown, index: number) => unknown) => {
    const isIterable = source !== null && typeof source === 'object' && Symbol.iterator in source
    const values = isIterable ? [...source] : [...platformFrom(source)]
    return map ? values.map((value, index) => map(value, index)) : values
  }
  Object.defineProperty(Array, 'from', { value: from, configurable: true, writable: true })
}
