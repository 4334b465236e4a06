import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { lexer, walkTokens } from 'marked'
import { withoutOperatorCopies, withoutTests, withoutTokens } from '../../now-app/build/without-tests.ts'
import { readReference } from '../src/help/read-reference.ts'

/** What `markdown-view.tsx` and `inline-view.tsx` show. */
const SHOWN = new Set([
  'heading',
  'paragraph',
  'list',
  'list_item',
  'code',
  'table',
  'text',
  'html',
  'space',
  'strong',
  'em',
  'codespan',
  'link',
  'escape',
])

test.each(['CHANGELOG.md', 'SECURITY.md', 'docs/glossary.md', 'docs/api.md'])(
  'the page knows each kind of part that %s is made of',
  (file) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    const kinds = new Set<string>()
    walkTokens(lexer(source), ({ type }) => void kinds.add(type))
    expect([...kinds].filter((kind) => !SHOWN.has(kind))).toEqual([])
  },
)

test('the page of an instance shows each call and each form once', () => {
  const source = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const shown = withoutOperatorCopies(withoutTokens(source))
  const titlesIn = (text: string) => readReference(text).map(({ title }) => title)
  expect(titlesIn(shown)).toEqual([...new Set(titlesIn(source))])
  expect(shown.length).toBeLessThan(source.length * 0.8)
  const formsIn = (text: string) => new Set([...text.matchAll(/schema: `(\w+)`/gu)].map(([, name]) => name))
  expect(formsIn(shown)).toEqual(formsIn(source))
})

test('the page shows every threat with its control, and no names of tests', () => {
  const source = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8')
  const shown = withoutTests(source)
  const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('|'))
  expect(shown).not.toMatch(/\.(?:test|story)\.ts/u)
  expect(rowsOf(shown).length).toBe(rowsOf(source).length)
  for (const [i, row] of rowsOf(shown).entries()) expect(rowsOf(source)[i]?.startsWith(row.slice(0, -2))).toBe(true)
})
