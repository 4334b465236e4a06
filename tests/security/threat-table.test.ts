import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DOCUMENT = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8')

interface Named {
  readonly file: string
  readonly title: string
}
interface Row {
  readonly threat: string
  readonly control: string
  readonly tests: readonly Named[]
}

const section = DOCUMENT.split(/^## /mu).find((part) => part.startsWith('Threats\n')) ?? ''
const rows: Row[] = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:threat|---) /u.test(line))
  .map((line) => {
    const [, threat = '', control = '', tests = ''] = line.split(/(?<!\\)\|/u).map((cell) => cell.trim())
    return { threat, control, tests: tests.split(' · ').map(readName) }
  })

function readName(text: string): Named {
  const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/u.exec(text) ?? []
  return { file, title }
}

const sourceOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
/** Ways of Jest to have a test in a file and not to run it, or to run only another one. */
const SKIPPED = /\b(?:x(?:it|test|describe)|f(?:it|describe))\s*[(.]|\.(?:skip|only|todo|failing)\b/u

test('the table has its rows, each with a threat, a control and tests', () => {
  expect(rows.length).toBeGreaterThan(20)
  for (const { threat, control, tests } of rows) {
    expect([threat, control.length > 10, tests.length > 0]).toEqual([threat, true, true])
    for (const named of tests)
      expect([threat, named]).toEqual([threat, { file: expect.any(String), title: expect.stringMatching(/.{8}/u) }])
  }
})

describe.each(rows)('$threat', ({ tests }) => {
  test.each(tests)('$file: $title', ({ file, title }) => {
    expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true])
    // Those of the long run are not part of `npm test`.
    expect(file).toMatch(/(?<!\.long)\.test\.ts$|^tests\/browser\/.+\.story\.ts$/u)
    expect(sourceOf(file)).toContain(title)
    expect(SKIPPED.exec(sourceOf(file))?.[0]).toBeUndefined()
  })
})

test('every other file that the document names exists', () => {
  const named = [...DOCUMENT.matchAll(/\]\(([^)#]+)/gu)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(1)
  for (const file of named) expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true])
})

test('a skipped test would be noticed', () => {
  for (const way of ['test.skip(', 'xtest(', 'describe.only(', 'test.todo(', 'fit(', 'it.failing('])
    expect([way, SKIPPED.test(way)]).toEqual([way, true])
  expect(SKIPPED.test('a fitting test that skips nothing')).toBe(false)
})
