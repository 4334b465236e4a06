/**
 * The first module of each run, inside QuickJS. It takes away what would make two runs differ or turn text into code, and gives
 * preludes their few words. Everything of the language that it needs later is kept here: a script may change the rest as it likes.
 */
const { host } = globalThis
delete globalThis.host
const LIMITS = JSON.parse(host('limits'))

const { stringify, parse } = JSON
const { keys, getPrototypeOf, setPrototypeOf, defineProperty } = Object
const { isArray } = Array
const { apply, construct } = Reflect
const { sort } = Array.prototype
const { slice } = String.prototype
const ObjectPrototype = Object.prototype
const PromisePrototype = Promise.prototype
const { isFinite } = Number
const GuestError = Error
const GuestSyntaxError = SyntaxError
const toString = String

/** Without a prototype nothing that a script put on one is met. */
const bare = (value) => setPrototypeOf(value, null)
const stackHere = () => new GuestError().stack

/** The host interrupts the loop, which no `catch` and no `finally` of the script sees. */
function end(kind, fields) {
  host('end', kind, stringify(bare({ ...fields, stack: toString(stackHere()) })))
  for (;;);
}
const refuse = (code, message, path) => end('failed', { code, message, path })

const notSupported = (what) =>
  function () {
    return refuse('not_supported', what)
  }

function removeClockAndChance() {
  const noClock = 'the clock: a run has no time but what its input holds'
  const RealDate = Date
  function DateOfInput(...parts) {
    if (!new.target || parts.length === 0) refuse('not_supported', noClock)
    return construct(RealDate, parts, new.target)
  }
  DateOfInput.prototype = RealDate.prototype
  DateOfInput.UTC = RealDate.UTC
  DateOfInput.parse = RealDate.parse
  DateOfInput.now = notSupported(noClock)
  defineProperty(DateOfInput, 'name', { value: 'Date' })
  defineProperty(RealDate.prototype, 'constructor', { value: DateOfInput })
  globalThis.Date = DateOfInput
  Math.random = notSupported('Math.random: a run has no chance')
  // When memory is collected is no affair of a script, and would differ between two runs.
  for (const name of ['WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer']) delete globalThis[name]
}

/** Text that came with a record must never become code. */
function removeEval() {
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}]
  for (const kind of kinds) {
    const prototype = getPrototypeOf(kind)
    const refused = notSupported('Function: text does not become code')
    setPrototypeOf(refused, prototype)
    defineProperty(refused, 'prototype', { value: prototype })
    defineProperty(prototype, 'constructor', { value: refused, writable: false, configurable: false })
  }
  globalThis.Function = function () {}.constructor
  // oxlint-disable-next-line no-eval -- it is taken away here
  globalThis.eval = notSupported('eval: text does not become code')
}

removeClockAndChance()
removeEval()

/** Plain data → JSON. Anything else ends the run with the path to it. */
function toText(data, what, most, isSorted) {
  const ancestors = bare([])
  const path = bare([])
  let room = most
  const fail = (depth, message) => {
    const at = bare([])
    for (let index = 0; index < depth; index++) at[index] = path[index]
    return refuse(`${what}_not_json`, message, at)
  }
  const take = (length) => {
    room -= length
    if (room < 0) refuse(`${what}_too_large`, `more than ${most} characters`)
  }
  const member = (item, depth, key) => {
    path[depth] = key
    return copy(item, depth + 1)
  }
  function copy(value, depth) {
    take(2)
    if (typeof value === 'string') take(value.length)
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number') return isFinite(value) ? value : fail(depth, `${value} is no number of JSON`)
    if (typeof value !== 'object') return fail(depth, `type ${typeof value} is no JSON`)
    if (depth === LIMITS.depth) return fail(depth, `nested deeper than ${LIMITS.depth}`)
    for (let index = 0; index < depth; index++) if (ancestors[index] === value) return fail(depth, 'a cycle')
    ancestors[depth] = value
    return isArray(value) ? copyList(value, depth) : copyObject(value, depth)
  }
  function copyList(list, depth) {
    const result = bare([])
    const { length } = list
    for (let index = 0; index < length; index++) result[index] = member(list[index], depth, toString(index))
    return result
  }
  function copyObject(object, depth) {
    const prototype = getPrototypeOf(object)
    if (prototype !== null && prototype !== ObjectPrototype) fail(depth, 'an object of a class is no JSON')
    const result = bare({})
    const names = keys(object)
    if (isSorted) apply(sort, names, [])
    const { length } = names
    for (let index = 0; index < length; index++) {
      const name = names[index]
      take(name.length)
      const item = object[name]
      if (item !== undefined) result[name] = member(item, depth, name)
    }
    return result
  }
  const text = stringify(copy(data, 0))
  if (text.length > most) refuse(`${what}_too_large`, `more than ${most} characters`)
  return text
}

const requestText = (request) => toText(request, 'request', LIMITS.requestLength, true)

function ask(kind, name, request) {
  const answer = host(kind, stringify(toString(name)), requestText(request))
  if (answer === undefined) for (;;);
  return parse(answer)
}

/** The answer to a question about the world outside. Without one the run ends here, and is repeated with it. */
export const lookup = (name, request) => ask('lookup', name, request)
/** The answer to something that is done once, whatever happens. */
export const step = (name, request) => ask('step', name, request)
/** Says that `lookup` will ask this: what is named so before the first missing answer is fetched with it. */
export const prefetch = (name, request) => void host('prefetch', stringify(toString(name)), requestText(request))
/** Ends the run with a text for the caller. */
export const stop = (text) => end('stopped', { text: toString(text) })
export const log = (text) => void host('log', stringify(apply(slice, toString(text), [0, LIMITS.logLineLength])))

/** For the host. */
export function invoke(exports, name, inputText) {
  const input = readInput(inputText)
  const called = exports[name]
  if (typeof called !== 'function') refuse('export_missing', `the script exports no function ${name}`)
  const value = called(input)
  if (typeof value === 'object' && value !== null && getPrototypeOf(value) === PromisePrototype)
    refuse('async_refused', 'the function answers a promise')
  return toText(value, 'result', LIMITS.resultLength, false)
}

function readInput(text) {
  try {
    return parse(text)
  } catch (error) {
    // Anything else is the end of memory.
    if (!(error instanceof GuestSyntaxError)) throw error
    return refuse('input_not_json', 'the input is no JSON')
  }
}

/** For the host, which reads no text of a script before it is short. */
export const shortened = (text, most) => apply(slice, text, [0, most])

/** For the host: names of the exported functions. */
export function functionsOf(exports) {
  const found = bare([])
  let count = 0
  for (const name of keys(exports)) if (typeof exports[name] === 'function') found[count++] = name
  return stringify(found)
}
