import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { lexer, walkTokens } from 'marked'
import { withoutOperatorCopies, withoutTests, withoutTokens } from '../../now-app/build/without-tests.ts'
import { GUIDES, guideOf } from '../src/problems/guide-of.ts'
import { readGuides } from '../src/help/read-guides.ts'
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

test.each([
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/glossary.md',
  'docs/api.md',
  'console/src/help/guides-en.md',
  'console/src/help/guides-de.md',
])('the page knows each kind of part that %s is made of', (file) => {
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const kinds = new Set<string>()
  walkTokens(lexer(source), ({ type }) => void kinds.add(type))
  expect([...kinds].filter((kind) => !SHOWN.has(kind))).toEqual([])
})

test('each guide that a refusal leads to is there in both languages', () => {
  for (const language of ['en', 'de']) {
    const source = readFileSync(new URL(`../src/help/guides-${language}.md`, import.meta.url), 'utf8')
    const guides = readGuides(source)
    expect(guides).toHaveLength(GUIDES.length)
    for (const { title, body } of guides) expect([title.length > 5, body.startsWith('1. ')]).toEqual([true, true])
  }
  expect(guideOf('timed_out')).toBe('down')
  expect(guideOf('both_sides_private')).toBe('private')
  expect(guideOf('internal')).toBeUndefined()
})

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
