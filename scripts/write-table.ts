import { readFileSync, writeFileSync } from 'node:fs'

import { formatDocument } from './format-document.ts'

const DOCUMENT = new URL('../docs/operations.md', import.meta.url)

/** Puts a table into docs/operations.md, in the place of the one with the same head. */
export async function writeTable(table: string): Promise<void> {
  const text = readFileSync(DOCUMENT, 'utf8')
  const begin = text.indexOf(table.slice(0, table.indexOf('\n') + 1))
  if (begin === -1) throw new Error('docs/operations.md has no such table')
  const end = text.indexOf('\n\n', begin)
  writeFileSync(DOCUMENT, await formatDocument(DOCUMENT, text.slice(0, begin) + table + text.slice(end)))
}
