import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createSandbox, LIMITS, type Sandbox } from '../../src/sandbox/index.ts'
import { failureOf, WORDS } from './scripts.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 1 })
})
afterAll(() => sandbox.close())

const compile = (source: string) => sandbox.compile({ name: 'rules.ts', source, prelude: WORDS })

async function compiled(source: string) {
  const result = await compile(source)
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure))
  return result
}

const TYPED = `import { lookup } from 'words'
import type { Missing } from 'types-only'
interface Input { readonly a: number; b?: string }
type Result<T> = { got: T }
declare const unused: Input
const table = { x: 1 } as const satisfies Record<string, number>
export default function rules(this: void, input: Input): Result<number> {
  const value = <T,>(one: T): T => one
  return { got: (value<number>(input.a) as number)! + table.x }
}
export const other = (_: Missing): void => {}
export const constant = 3`

test('types go, the functions are named, and what is left runs', async () => {
  const { script, exports } = await compiled(TYPED)
  expect(exports).toEqual(['default', 'other'])
  expect(script.code).not.toContain('interface')
  expect(script.code.split('\n')).toHaveLength(TYPED.split('\n').length)
  expect(await sandbox.run({ script, prelude: WORDS, input: '{"a":2}' })).toMatchObject({ text: '{"got":3}' })
})

test.each([
  ['enum', 'enum Level { Low }', 'unsupported_syntax', 1, 1],
  ['namespace', 'export namespace X { export const a = 1 }', 'unsupported_syntax', 1, 8],
  ['parameter property', 'class A {\n  constructor(private a: number) {}\n}', 'unsupported_syntax', 2, 23],
  ['angle brackets', 'const a = 1\nconst b = <number>a', 'unsupported_syntax', 2, 11],
  ['import by require', 'import fs = require("fs")', 'unsupported_syntax', 1, 1],
  ['a mistake', 'const a = 1\n  const b = = 2', 'syntax_error', 2, 13],
  ['a mistake behind tabs and signs of other widths', '\t\t/* é漢😀\u200B */ const b = = 2', 'syntax_error', 1, 25],
  ['a text without its end', 'const a = "x', 'syntax_error', 1, 11],
  ['two of one name', 'let a = 1\nlet a = 2', 'syntax_error', 2, 7],
  ['an import of nothing', "const a = 1\nimport { b } from 'nowhere'", 'import_refused', 2, 19],
  ['an import of a word that there is not', "import { missing } from 'words'", 'import_refused', 1, 10],
  ['a throw at once', 'const a = null\n/* 😀 */ a.b', 'script_threw', 2, 11],
  ['reading too early', 'b()\nlet b = () => 1', 'script_threw', 1, 1],
])('%s is refused with its place', async (_what, source, code, line, column) => {
  const failure = await compile(source).then((result) => (result.kind === 'failed' ? result.failure : undefined))
  expect(failure).toMatchObject({ code, at: { line, column }, message: expect.stringMatching(/./) })
  expect(failure?.frame?.split('\n').find((row) => row.startsWith('>'))).toContain(source.split('\n')[line - 1])
})

test.each([
  ['await outside of a function', 'await 1', 'async_refused'],
  ['a look-up outside of a function', "import { lookup } from 'words'\nlookup('a', 1)", 'acts_too_early'],
  ['stop outside of a function', "import { stop } from 'words'\nstop('a')", 'acts_too_early'],
  ['a loop outside of a function', 'for (;;);', 'script_timed_out'],
  ['more than a parser takes', '('.repeat(100_000), 'syntax_error'],
  ['more than there may be', ' '.repeat(LIMITS.sourceLength + 1), 'source_too_large'],
])('%s is refused', async (_what, source, code) => {
  expect(await compile(source)).toMatchObject({ kind: 'failed', failure: { code } })
  expect(await compile('export default () => 1')).toMatchObject({ kind: 'compiled' })
})

test('an error of a run names line and column of the source that its author wrote', async () => {
  const { script } = await compiled(`type Long = { é: '漢😀'; more: string }
export default (input: Long) => {
\tconst 漢: Long | undefined = undefined as any as undefined; /* 😀 */ const got: string = 漢!.more
}`)
  const failure = failureOf(await sandbox.run({ script, input: '{}' }))
  expect(failure).toMatchObject({ code: 'script_threw', errorName: 'TypeError' })
  expect(failure.at?.line).toBe(3)
  const line = script.source.split('\n')[2] ?? ''
  expect(line.slice((failure.at?.column ?? 0) - 1)).toMatch(/^\.?!?\.more/)
  expect(failure.frame).toContain(`> 3 | ${line}`)
})

test('without a line of the script in its stack an error has no place', async () => {
  const { script } = await compiled('export default () => { throw "a text" }')
  expect(failureOf(await sandbox.run({ script, input: '{}' }))).toEqual({ code: 'script_threw', message: 'a text' })
})

test('an error inside the prelude is shown at the line that called it', async () => {
  const prelude = { name: 'words', code: 'export const map = (word) => {\n\n\n throw new Error(`no ${word}`)\n}' }
  const source = "import { map } from 'words'\nexport default () => {\n  map('Urgent')\n}"
  const result = await sandbox.compile({ name: 'rules.ts', source, prelude })
  if (result.kind === 'failed') throw new Error(result.failure.message)
  const failure = failureOf(await sandbox.run({ script: result.script, prelude, input: '{}' }))
  expect(failure).toMatchObject({ message: 'no Urgent', at: { line: 3 } })
})
