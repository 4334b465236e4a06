/** Scripts that reach for the host, for code made of text, or for another run. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type FailureCode, type Sandbox } from '../../src/sandbox/index.ts'
import { inShort, plain, runBody } from './scripts.ts'

type Expected = FailureCode | `returned ${string}`

const HOST =
  '["process","require","module","global","Buffer","fetch","setTimeout","WebAssembly","console","performance","navigator","Deno","std","os","host"]'

const ESCAPES: readonly (readonly [what: string, body: string, expected: Expected])[] = [
  ['a name of the host', `return ${HOST}.filter((name) => name in globalThis)`, 'returned []'],
  ['the constructor of a function', 'return (() => 1).constructor("return 1")()', 'not_supported'],
  ['the constructor of a word of the sandbox', 'return lookup.constructor("return process")()', 'not_supported'],
  ['the constructor of the constructor', 'return input.constructor.constructor("return this")()', 'not_supported'],
  ['the constructor of an async function', 'return (async () => 1).constructor("return 1")', 'not_supported'],
  ['the constructor of a generator', 'return (function* () {}).constructor("yield 1")', 'not_supported'],
  ['the constructor of an async generator', 'return (async function* () {}).constructor("yield 1")', 'not_supported'],
  ['Function by its name', 'return Function("return 1")()', 'not_supported'],
  ['Function by Reflect', 'return Reflect.construct(Function, ["return 1"])()', 'not_supported'],
  [
    'Function behind the prototype of a subclass',
    'class Sub extends Function {}; return new Sub("return 1")()',
    'not_supported',
  ],
  ['Function put back', 'Object.defineProperty(Function.prototype, "constructor", { value: 1 })', 'script_threw'],
  [
    'Function as the parent of the async constructor',
    'return Object.getPrototypeOf((async () => 1).constructor)("return 1")',
    'script_threw',
  ],
  ['direct eval', 'return eval("1 + 1")', 'not_supported'],
  ['indirect eval', 'return (0, eval)("1 + 1")', 'not_supported'],
  ['eval in a try', 'try { eval("1") } catch {} return "went on"', 'not_supported'],
  ['import() of a file', 'import("node:fs"); return 1', 'async_refused'],
  ['import() of the sandbox', 'import("sandbox"); return 1', 'async_refused'],
  [
    'prepareStackTrace',
    'Error.prepareStackTrace = (_, frames) => frames.map((one) => typeof one?.getThis?.()); try { null.x } catch (error) { return String(error.stack).includes("object") }',
    'returned false',
  ],
  ['a thenable as the result', 'return { then: (done) => done("later") }', 'result_not_json'],
  ['toJSON in a result', 'return { toJSON: () => "other" }', 'result_not_json'],
  [
    'toJSON on every prototype',
    'Object.prototype.toJSON = Array.prototype.toJSON = () => "other"; return [{ a: 1 }]',
    'returned [{"a":1}]',
  ],
  [
    'a setter on the prototype of lists',
    'Object.defineProperty(Array.prototype, 0, { set() { throw 1 } }); return { a: input }',
    'script_threw',
  ],
  ['a changed JSON', 'JSON.stringify = () => "false"; JSON.parse = () => 1; return { a: 1 }', 'returned {"a":1}'],
  [
    'changed words of the language',
    'Object.keys = () => ["x"]; Array.isArray = () => true; Number.isFinite = () => true; return { a: 1 }',
    'returned {"a":1}',
  ],
  [
    'species',
    'class Mine extends Array { static get [Symbol.species]() { return Function } }; return new Mine(1).map(() => "return 1")',
    'not_supported',
  ],
  ['the clock', 'return Date.now()', 'not_supported'],
  ['the clock by Reflect', 'return String(Reflect.construct(Date, []))', 'not_supported'],
  ['the clock behind the constructor of a date', 'return new (new Date(0).constructor)().getTime()', 'not_supported'],
  ['the clock as text', 'return Date()', 'not_supported'],
  ['chance', 'return Math.random()', 'not_supported'],
  [
    'the moment of collecting memory',
    'return typeof WeakRef + typeof FinalizationRegistry',
    'returned "undefinedundefined"',
  ],
  ['shared memory', 'return typeof SharedArrayBuffer + typeof Atomics', 'returned "undefinedundefined"'],
  ['a class of the result', 'return new (class { constructor() { this.a = 1 } })()', 'result_not_json'],
]

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 1 })
})
afterAll(() => sandbox.close())

describe('an escape is refused', () => {
  test.each(ESCAPES)('%s', async (_what, body, expected) => {
    expect(inShort(await runBody(sandbox, body))).toBe(expected)
  })
})

test.each([
  ['the words of the sandbox', "import { lookup } from 'sandbox'"],
  ['a file', "import '../../../now-app/check/secrets.ts'"],
  ['a module of Node', "import fs from 'node:fs'"],
  ['itself', "import * as self from 'rules.ts'"],
])('a script does not import %s', async (_what, code) => {
  const outcome = await sandbox.run({ script: plain(`${code}\nexport default () => 1`), input: '{}' })
  expect(inShort(outcome)).toBe('import_refused')
})

test('nothing that one run leaves behind is there in the next', async () => {
  await runBody(sandbox, 'globalThis.left = 1; Object.prototype.left = 2; Array.prototype.map = () => 3; return 1')
  const outcome = await runBody(sandbox, 'return [typeof left, typeof ({}).left, [1].map(String)]')
  expect(inShort(outcome)).toBe('returned ["undefined","undefined",["1"]]')
})

test('memory that one run has filled is empty for the next', async () => {
  const fill =
    'const all = []; for (let at = 0; at < 64; at++) all.push(new Uint8Array(65536).fill(255)); return all.length'
  expect(inShort(await runBody(sandbox, fill))).toBe('returned 64')
  const look = `let found = 0; const all = []
    for (let at = 0; at < 48; at++) { const one = new Uint8Array(65536 + at * 8); all.push(one); found += one.indexOf(255) + 1 }
    return found`
  expect(inShort(await runBody(sandbox, look))).toBe('returned 0')
})

test('after a thousand runs a run still begins with the same program', async () => {
  const body = `globalThis.left = (globalThis.left ?? 0) + 1; Array.prototype.push = () => 0; words = 1; return left`
  const outcomes = []
  for (let at = 0; at < 1_000; at++) outcomes.push(inShort(await runBody(sandbox, body)))
  expect(new Set(outcomes)).toEqual(new Set(['script_threw']))
  expect(inShort(await runBody(sandbox, 'const list = []; list.push(1, 2); return [list, typeof left]'))).toBe(
    'returned [[1,2],"undefined"]',
  )
})
