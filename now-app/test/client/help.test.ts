import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readInline, readMarkdown } from '../../src/client/help/read-markdown.ts'
import type { Block, Inline } from '../../src/client/help/read-markdown.ts'

const plain = (content: readonly Inline[]) => content.map(({ text }) => text).join('')

test('the blocks that our documents are made of are read, and an indented line belongs to its item', () => {
  const source = '# Title\n\nOne\nparagraph.\n- first\n  goes on\n- second `a|b`\n\n```\n| no table |\n```\n'
  expect(readMarkdown(source).map((block) => [block.kind, textOf(block)])).toEqual([
    ['heading', 'Title'],
    ['paragraph', 'One paragraph.'],
    ['list', 'first goes on / second a|b'],
    ['code', '| no table |'],
  ])
})

function textOf(block: Block): string {
  if (block.kind === 'list') return block.items.map(plain).join(' / ')
  if (block.kind === 'code') return block.text
  if (block.kind === 'table') return [block.head, ...block.rows].map((row) => row.map(plain).join(' | ')).join('\n')
  return plain(block.content)
}

test('a table keeps its cells, also where a letter is a bar', () => {
  const [table] = readMarkdown('| a | b |\n| --- | --- |\n| one | t\\|wo |\n| `x` | **y** |')
  expect(textOf(table ?? { kind: 'code', text: '' })).toBe('a | b\none | t|wo\nx | y')
})

test('HTML and addresses that lead nowhere in a product stay the text that they are', () => {
  expect(readInline('<img src=x onerror=alert(1)> [here](javascript:alert(1)) [doc](docs/a.md)')).toEqual([
    { kind: 'text', text: '<img src=x onerror=alert(1)> ' },
    { kind: 'text', text: 'here' },
    { kind: 'text', text: ') ' },
    { kind: 'text', text: 'doc' },
  ])
  expect(readInline('[web](https://accord.example/x)')).toEqual([
    { kind: 'link', text: 'web', href: 'https://accord.example/x' },
  ])
})

test.each(['CHANGELOG.md', 'SECURITY.md', 'docs/glossary.md'])('every word of %s reaches the page', (file) => {
  const source = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
  const shown = readMarkdown(source).map(textOf).join('\n')
  const words = (text: string) => text.match(/[A-Za-zäöüß]{3,}/g) ?? []
  const inLinks = /\]\([^)]*\)/g
  expect(words(shown)).toEqual(words(source.replaceAll(inLinks, ']')))
  expect(shown).not.toMatch(/\*\*|\]\(|^\||`/m)
})
