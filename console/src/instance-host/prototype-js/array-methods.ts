type Visit = (value: unknown, index: number, array: ArrayLike<unknown>) => unknown
type Method = (array: ArrayLike<unknown>, visit: Visit) => unknown

/** The methods of arrays that prototype.js rewrites, by the language's own rules: holes are passed over, `find` excepted. */
export const ARRAY_METHODS: Readonly<Record<'find' | 'map' | 'filter' | 'some' | 'every', Method>> = {
  find: (array, visit) => {
    for (let index = 0; index < array.length; index += 1) {
      const value = array[index]
      if (visit(value, index, array)) return value
    }
    return undefined
  },
  map: (array, visit) => {
    const mapped: unknown[] = []
    mapped.length = array.length
    for (let index = 0; index < mapped.length; index += 1)
      if (index in array) mapped[index] = visit(array[index], index, array)
    return mapped
  },
  filter: (array, visit) => {
    const kept: unknown[] = []
    const { length } = array
    for (let index = 0; index < length; index += 1)
      if (index in array && visit(array[index], index, array)) kept.push(array[index])
    return kept
  },
  some: (array, visit) => {
    const { length } = array
    for (let index = 0; index < length; index += 1) if (index in array && visit(array[index], index, array)) return true
    return false
  },
  every: (array, visit) => {
    const { length } = array
    for (let index = 0; index < length; index += 1)
      if (index in array && !visit(array[index], index, array)) return false
    return true
  },
}
