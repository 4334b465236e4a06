/** Scripts that want to hold or fill the machine. Each ends in time with a name, and the next run is as good as any. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type FailureCode, type Sandbox } from '../../src/sandbox/index.ts'
import { inShort, runBody } from './scripts.ts'

type Expected = FailureCode | `returned ${string}`
const TIME: Expected = 'script_timed_out'
const MEMORY: Expected = 'script_out_of_memory'

/** Where filling memory takes about as long as a run may, the machine decides which limit is met first. */
const BOMBS: readonly (readonly [what: string, body: string, ...expected: Expected[]])[] = [
  ['a plain loop', 'for (;;);', TIME],
  ['a loop that catches everything', 'for (;;) { try { for (;;); } catch {} finally { continue } }', TIME],
  ['a loop in a finally', 'try { return 1 } finally { for (;;); }', TIME],
  ['a regular expression that backtracks', 'return /^(a+)+$/.test("a".repeat(60) + "b")', TIME],
  ['microtasks without end', 'const again = () => Promise.resolve().then(again); again(); return 1', 'async_refused'],
  ['a microtask that loops', 'Promise.resolve().then(() => { for (;;); }); return 1', 'async_refused'],
  ['a promise that catches the end of time', '(async () => { for (;;); })().catch(() => 1); return 1', TIME],
  ['a generator without end', 'const all = function* () { for (;;) yield 1 }; for (const one of all()); ', TIME],
  ['a list of a thousand million as text', 'return new Array(1e9) + ""', MEMORY, TIME],
  ['sorting a length of 4e8', 'const list = []; list.length = 4e8; list.sort(); return 1', TIME, MEMORY],
  ['searching 2**40 places', 'return [].indexOf.call({ length: 2 ** 40 }, 1)', TIME],
  ['a growing list', 'const list = []; for (;;) list.push(list.length)', MEMORY, TIME],
  [
    'a growing list whose end is caught',
    'const list = []; for (;;) try { for (;;) list.push({}) } catch {}',
    TIME,
    MEMORY,
  ],
  ['a doubling text', 'let text = "x"; for (;;) text += text', MEMORY, 'script_threw'],
  ['a text of 2**29', 'return "x".repeat(2 ** 29)', MEMORY],
  ['padding to 2**29', 'return "x".padEnd(2 ** 29, "ab")', MEMORY],
  ['a typed array of 1 GB', 'return new Uint8Array(2 ** 30).length', MEMORY],
  [
    'typed arrays one after another',
    'const all = []; for (;;) all.push(new Float64Array(2 ** 17).fill(1))',
    MEMORY,
    TIME,
  ],
  ['JSON that is 100,000 deep', 'return JSON.parse("[".repeat(1e5) + "]".repeat(1e5))', 'script_stack_overflow'],
  [
    'a result that is 100,000 deep',
    'let deep = []; for (let at = 0; at < 1e5; at++) deep = [deep]; return deep',
    'result_not_json',
  ],
  ['squaring a BigInt', 'let big = 3n; for (;;) big *= big', TIME, MEMORY, 'script_threw'],
  ['a proxy of proxies', 'let one = {}; for (;;) one = new Proxy(one, {})', TIME, MEMORY],
  ['a proxy that answers without end', 'return new Proxy({}, { ownKeys: () => { for (;;); } })', TIME],
  ['a result of 20 MB', 'return "x".repeat(20e6)', 'result_too_large'],
  ['a result of a million small things', 'return Array.from({ length: 1e6 }, (_, at) => at)', 'result_too_large', TIME],
  ['recursion without end', 'const down = () => down() + 1; return down()', 'script_stack_overflow'],
  [
    'recursion that catches its end',
    'const down = () => { try { return down() } catch { return down() } }; return down()',
    TIME,
  ],
  ['a getter that loops in a result', 'return { get a() { for (;;); } }', TIME],
  [
    'a thrown error that loops when it is read',
    'throw { get name() { for (;;); }, get message() { for (;;); } }',
    TIME,
  ],
  ['log lines without end', 'for (;;) log("x".repeat(5000))', TIME],
]

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 2 })
})
afterAll(() => sandbox.close())

describe('a bomb is contained', () => {
  test.each(BOMBS)('%s', async (_what, body, ...expected) => {
    const outcome = await runBody(sandbox, body)
    expect(expected).toContain(inShort(outcome))
    expect(inShort(await runBody(sandbox, 'return input', { input: '{"still":"works"}' }))).toBe(
      'returned {"still":"works"}',
    )
  })
})

test('log lines are bounded in number and length', async () => {
  const { logs } = await runBody(
    sandbox,
    'for (let at = 0; at < 1000; at++) log(`${at} ` + "x".repeat(5000)); return 1',
  )
  expect(logs.length).toBe(101)
  expect(logs[0]).toHaveLength(2_000)
  expect(logs.at(-1)).toBe('(900 more lines)')
})
