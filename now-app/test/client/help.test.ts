import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { lexer, walkTokens } from 'marked'

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
    const source = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
    const kinds = new Set<string>()
    walkTokens(lexer(source), ({ type }) => void kinds.add(type))
    expect([...kinds].filter((kind) => !SHOWN.has(kind))).toEqual([])
  },
)
