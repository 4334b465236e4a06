import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { createSandbox, LIMITS, type Sandbox } from '../../src/sandbox/index.ts'
import { failureOf, inShort, plain, runBody } from './scripts.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 2 })
})
afterAll(() => sandbox.close())

const echo = plain('export default (input) => input')

test('any JSON comes back as the same JSON', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toJSON',
      'then',
      '\0',
      'a\0b',
      '\u2028',
      '\ud800',
      '\udc00\ud800',
      '\ufeff',
    ),
  )
  const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 })
  const record = fc.dictionary(words, fc.oneof(words, json), { noNullPrototype: false })
  await fc.assert(
    fc.asyncProperty(fc.oneof(record, json), async (value) => {
      const input = JSON.stringify(value)
      const outcome = await sandbox.run({ script: echo, input })
      expect(outcome).toMatchObject({ kind: 'returned', text: JSON.stringify(JSON.parse(input)) })
    }),
    { numRuns: 200 },
  )
})

test('halves of characters in the text itself, not as escapes, arrive', async () => {
  expect(await sandbox.run({ script: echo, input: '{"a\ud800":"\udc00😀"}' })).toMatchObject({
    text: JSON.stringify({ 'a\ud800': '\udc00😀' }),
  })
})

describe('what is no JSON is refused with its place', () => {
  test.each([
    ['a function', 'return { a: [1, () => 1] }', '/a/1', /function/],
    ['a BigInt', 'return { a: { b: 1n } }', '/a/b', /bigint/],
    ['a symbol', 'return [Symbol("x")]', '/0', /symbol/],
    ['a cycle', 'const a = { "x/y~": [] }; a["x/y~"].push(a); return a', '/x~1y~0/0', /cycle/],
    ['NaN', 'return { a: NaN }', '/a', /NaN/],
    ['Infinity', 'return [[-Infinity]]', '/0/0', /Infinity/],
    ['undefined in a list', 'return [1, undefined]', '/1', /undefined/],
    ['a hole in a list', 'return [1, , 2]', '/1', /undefined/],
    ['nothing at all', '', '', /undefined/],
    ['a date', 'return { at: new Date(0) }', '/at', /class/],
    ['a map', 'return new Map()', '', /class/],
  ])('%s', async (_what, body, path, message) => {
    const failure = failureOf(await runBody(sandbox, body))
    expect(failure).toMatchObject({ code: 'result_not_json', path, message: expect.stringMatching(message) })
  })
})

test.each([
  ['a member that is undefined is left out', 'return { a: undefined, b: 1 }', '{"b":1}'],
  ['one object twice is no cycle', 'const one = {}; return [one, one]', '[{},{}]'],
  ['an object without a prototype', 'return Object.create(null, { a: { value: 1, enumerable: true } })', '{"a":1}'],
  ['a proxy of plain data', 'return new Proxy({ a: 1 }, {})', '{"a":1}'],
])('%s', async (_what, body, text) => {
  expect(await runBody(sandbox, body)).toMatchObject({ kind: 'returned', text })
})

test.each([
  ['input that is no JSON', { input: '{' }, 'input_not_json'],
  ['input that is too large', { input: `"${'x'.repeat(LIMITS.inputLength)}"` }, 'input_too_large'],
  ['an export that there is not', { call: 'missing' }, 'export_missing'],
  ['a prelude that throws', { prelude: { name: 'words', code: 'throw new Error("x")' } }, 'prelude_failed'],
])('%s is refused by name', async (_what, more, code) => {
  expect(inShort(await sandbox.run({ script: echo, input: '1', ...more }))).toBe(code)
})

test('a message is bounded, whatever is thrown', async () => {
  const { message, errorName } = failureOf(
    await runBody(sandbox, 'const error = new Error("m".repeat(1e6)); error.name = "n".repeat(1e6); throw error'),
  )
  expect([message.length, errorName?.length]).toEqual([1_000, 1_000])
})

test('an error whose texts are very long is read no further than a message may be', async () => {
  const long = '"a".repeat(5e6)'
  const body = `const error = new Error(${long}); error.name = ${long}; error.stack = ${long}; throw error`
  // Read whole, they would take the thread beyond its time.
  expect(inShort(await runBody(sandbox, body))).toBe('script_threw')
})

test('the largest input that is taken comes through, or meets a limit that has a name', async () => {
  const script = plain('export default (input) => input.length')
  const input = `"${'漢'.repeat(LIMITS.inputLength - 2)}"`
  expect(['returned 8388606', 'script_out_of_memory', 'script_timed_out']).toContain(
    inShort(await sandbox.run({ script, input })),
  )
})

test.each([
  ['null', 'throw null', 'script_threw'],
  ['undefined', 'throw undefined', 'script_threw'],
  ['a function', 'throw () => 1', 'script_threw'],
  ['a proxy', 'throw new Proxy({}, { get() { throw 1 } })', 'script_threw'],
  ['an error whose stack is a list', 'const error = new Error("x"); error.stack = [1]; throw error', 'script_threw'],
  ['a mistake in JSON', 'JSON.parse("{")', 'script_threw'],
])('%s may be thrown', async (_what, body, code) => {
  expect(inShort(await runBody(sandbox, body))).toBe(code)
})
