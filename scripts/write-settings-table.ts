import { readFileSync, writeFileSync } from 'node:fs'

import { settingsTable } from '../node-bridge/src/config/describe-settings.ts'
import { formatDocument } from './format-document.ts'

/** Puts the table of settings into docs/operations.md, in the place of the one that stands there. */
const document = new URL('../docs/operations.md', import.meta.url)
const TABLE = /^\| setting \| default \| what it does \|\n(?:\|.*\n)+/mu

const text = readFileSync(document, 'utf8')
if (!TABLE.test(text)) throw new Error('docs/operations.md has no table of settings')
writeFileSync(
  document,
  await formatDocument(
    document,
    text.replace(TABLE, () => `${settingsTable()}\n`),
  ),
)
