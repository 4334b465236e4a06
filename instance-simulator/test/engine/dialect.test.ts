import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { assertDialect, findDialectViolations } from '../../src/engine/dialect.ts'
import type { Release } from '../../src/releases.ts'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

const REFUSED: readonly (readonly [string, string])[] = [
  ['private instance fields and methods', 'class A { #x = 1; y() { return this.#x } }'],
  ['private instance fields and methods', 'class A { #m() {} }'],
  ['#field in object', 'class A { static #x = 1; static is(o) { return #x in o } }'],
  ['regular expression flag d', 'const r = /a/d'],
  ['async class methods', 'class A { async m() {} }'],
  ['async generators', 'async function* g() {}'],
  ['for await', 'async function f(x) { for await (const y of x) y }'],
  ['new Function', 'new Function("return 1")'],
  ['Reflect, WeakRef, shared memory and WebAssembly', 'Reflect.ownKeys({})'],
  ['Reflect, WeakRef, shared memory and WebAssembly', 'new WeakRef({})'],
  ['subclassing a built-in', 'class E extends Error {}'],
  ['generators in for…of', 'function* g() { yield 1 } for (const x of g()) x'],
  ['dynamic import', 'import("x")'],
]

test.each(REFUSED)('%s is refused: %s', (rule, source) => {
  expect(findDialectViolations(source, 'script').map((finding) => finding.rule)).toContain(rule)
})

const OLDER: readonly (readonly [string, string])[] = [
  ['regular expression flag u', 'const r = /\\p{L}/u'],
  ['regular expression flag u', "const r = new RegExp('x', 'gu')"],
  ['regular expression lookbehind', 'const r = /(?<=a)b/'],
  ['globalThis', 'var g = typeof globalThis'],
  ['globalThis', 'globalThis.x = 1'],
  ['catch without a binding', 'try { f() } catch { g() }'],
  ['async functions', 'const f = async () => 1'],
  ['generator functions', 'function* g() { yield 1 }'],
  ['BigInt', 'var n = 10n'],
  ['Promise and AggregateError', 'Promise.resolve(1)'],
  ['Proxy, WeakMap and WeakSet', 'new WeakMap()'],
  ['typed arrays', 'new Uint8Array(2)'],
  ['well-known symbols', 'var s = Symbol.iterator'],
  ['Number.parseInt and Number.parseFloat', "Number.parseInt('1')"],
  ['Object.setPrototypeOf', 'Object.setPrototypeOf({}, null)'],
]

test.each(OLDER)('before Zurich %s is refused: %s', (rule, source) => {
  const rules = (release: Release) => findDialectViolations(source, 'script', release).map((finding) => finding.rule)
  expect([rules('xanadu'), rules('yokohama'), rules('zurich')]).toEqual([[rule], [rule], []])
})

test('before Australia typed arrays of BigInt are refused', () => {
  const rules = (release: Release) => findDialectViolations('new BigInt64Array(1)', 'script', release).length
  expect([rules('zurich'), rules('australia')]).toEqual([1, 0])
})

test('a name of an older engine is no violation where it is a property', () => {
  expect(findDialectViolations('var a = { Promise: 1 }; a.globalThis; a.Proxy = 2', 'script', 'xanadu')).toEqual([])
})

const ACCEPTED = [
  'class A { static #x = 1; static y = 2; z = 3; m() { return A.#x } }',
  'const f = async () => { await null }; async function g() {}',
  'class A { m = async () => 1 } class B extends A {}',
  'for (const x of [1, 2]) x; function* g() { yield 1 } g().next()',
  'a?.b ?? c; x ||= 1; 1_000; "x".replaceAll("x", "y"); /(?<=a)b/s',
  'typeof Reflect === "undefined"; const o = { Reflect: 1 }; o.Reflect',
]

test.each(ACCEPTED)('the platform takes: %s', (source) => {
  expect(findDialectViolations(source, 'script')).toEqual([])
})

test('the refusal names the rule, the script and the line', () => {
  expect(() => assertDialect('\n\nclass E extends Error {}', 'module', 'x/y.ts')).toThrow(
    'engine refuses: subclassing a built-in (x/y.ts:3)',
  )
  expect(() => assertDialect('let let = 1', 'script', 's')).toThrow(/^engine refuses: s: /)
})

let world: ScriptWorld
beforeAll(() => {
  world = scriptWorld()
})
afterAll(() => world.close())

test('a refused script does not run at all', async () => {
  await expect(world.script(`gs.addInfoMessage('ran'); class E extends Error {}`)).rejects.toThrow(
    'engine refuses: subclassing a built-in',
  )
  expect(world.session.messages).toEqual([])
})
