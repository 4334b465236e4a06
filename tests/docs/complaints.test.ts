import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const rows = readFileSync(path.join(ROOT, 'docs/complaints.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:complaint|---) /u.test(line))
  .map((line) => {
    const [, complaint = '', cell = ''] = line.split(/(?<!\\)\|/u).map((each) => each.trim())
    const tests = [...cell.matchAll(/`([^`]+)`: ([^·]+?)(?= ·|$)/gu)].map(([, file = '', title = '']) => ({
      file,
      title,
    }))
    return { complaint, isOpen: cell.startsWith('_Open_'), tests }
  })
/** Ways of Jest to have a test in a file and not to run it, or to run only another one. */
const SKIPPED = /\b(?:x(?:it|test|describe)|f(?:it|describe))\s*[(.]|\.(?:skip|only|todo|failing)\b/u

test('the list is whole, and what is open says so', () => {
  expect(rows).toHaveLength(23)
  expect(rows.filter(({ isOpen }) => isOpen).length).toBeLessThanOrEqual(3)
})

describe.each(rows)('$complaint', ({ isOpen, tests }) => {
  test('has a test that exists and is run', () => {
    if (!isOpen) expect(tests.length).toBeGreaterThan(0)
    for (const { file, title } of tests) {
      expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true])
      const source = readFileSync(path.join(ROOT, file), 'utf8')
      expect([file, title, source.includes(title)]).toEqual([file, title, true])
      expect([file, SKIPPED.exec(source)?.[0]]).toEqual([file, undefined])
    }
  })
})
