/**
 * The damage that prototype.js does to the language, without prototype.js: for machines that do not have Debian's copy.
 * Written from the library's documentation and from what its versions 1.6 to 1.7.3 leave behind in a browser; the harsher
 * of them counts. It has none of the library's use, only its traces. Served inside a function of its own, see prototype-script.ts.
 */
const page = globalThis
/** By assignment, as the library does: what was not there before becomes visible to for…in. */
const extend = (owner, methods) => {
  for (const name of Object.getOwnPropertyNames(methods)) owner[name] = methods[name]
}
const same = (value) => value
const listed = (object, pick) => {
  const found = []
  for (const name in object) found.push(pick(name))
  return found
}
const toList = (source) => {
  if (!source) return []
  if ('toArray' in Object(source)) return source.toArray()
  const list = []
  for (let index = 0; index < (source.length || 0); index += 1) list[index] = source[index]
  return list
}
/** Callbacks get the value and its index, never the array. */
const visitEach = (list, visit, receiver, see) => {
  for (let index = 0; index < list.length; index += 1)
    if (see((visit || same).call(receiver, list[index], index), list[index])) return
}
const collected = (list, visit, receiver, keep) => {
  const found = []
  visitEach(list, visit, receiver, (answer, value) => void keep(found, answer, value))
  return found
}
const holds = (list, visit, receiver, wanted) => {
  let met = false
  visitEach(list, visit, receiver, (answer) => (met = Boolean(answer) === wanted))
  return met
}

function map(visit, receiver) {
  return collected(this, visit, receiver, (found, answer) => found.push(answer))
}
function filter(visit, receiver) {
  return collected(this, visit, receiver, (found, answer, value) => answer && found.push(value))
}
function find(visit, receiver) {
  let met
  visitEach(this, visit, receiver, (answer, value) => {
    if (answer) met = value
    return answer
  })
  return met
}
function some(visit, receiver) {
  return holds(this, visit, receiver, true)
}
function every(visit, receiver) {
  return !holds(this, visit, receiver, false)
}
function toArray() {
  return this.slice()
}
const arrays = { map, collect: map, filter, select: filter, findAll: filter, find, detect: find, some, any: some }
extend(Array.prototype, { ...arrays, every, all: every, entries: toArray, toArray, clone: toArray })
extend(Array.prototype, {
  each(visit, receiver) {
    visitEach(this, visit, receiver, () => false)
    return this
  },
  include(value) {
    return this.indexOf(value) >= 0
  },
  pluck(name) {
    return collected(this, same, undefined, (found, value) => found.push(value[name]))
  },
  first() {
    return this[0]
  },
  last() {
    return this[this.length - 1]
  },
  size() {
    return this.length
  },
  inspect() {
    return `[${this.join(', ')}]`
  },
})
extend(Array, { from: toList })
page.$A = toList

extend(String.prototype, {
  toArray() {
    return this.split('')
  },
  strip() {
    return this.trim()
  },
  blank() {
    return /^\s*$/.test(this)
  },
  empty() {
    return this.length === 0
  },
})
extend(Number.prototype, {
  succ() {
    return this + 1
  },
})
extend(Function.prototype, {
  bind(receiver, ...first) {
    if (first.length === 0 && receiver === undefined) return this
    return (...rest) => this.apply(receiver, [...first, ...rest])
  },
  curry(...first) {
    return (...rest) => this.apply(undefined, [...first, ...rest])
  },
  methodize() {
    const method = this
    return function methodized(...rest) {
      return method.apply(null, [this, ...rest])
    }
  },
})
extend(Object, {
  keys: (object) => listed(object, same),
  values: (object) => listed(object, (name) => object[name]),
  isFunction: (value) => typeof value === 'function',
  isArray: (value) => Array.isArray(value),
  clone: (object) => extendWithAll({}, object),
  extend: extendWithAll,
})
function extendWithAll(target, source) {
  for (const name in source) target[name] = source[name]
  return target
}
