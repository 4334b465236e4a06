import { readFileSync } from 'node:fs'

import { afterAll, expect, test } from '@jest/globals'

import { declareTables, LanguageService } from '../../../src/sync/language/index.ts'
import { GERMAN } from '../../../src/sync/language/thread/helper-texts.ts'
import { DICTIONARY } from './dictionary.ts'

const API = readFileSync(new URL('../../../src/sync/rules/scripts/accord.d.ts', import.meta.url), 'utf8')

const service = new LanguageService()
afterAll(() => service.close())

/** What the comments of the declarations say, without their examples, each in one line. */
const said = [...API.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, comment = '']) =>
  (comment.split('@example')[0] ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^\*\s?/, ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim(),
)

test('each text of the declarations has its German, and no German is left over', () => {
  expect([...new Set(said)].toSorted()).toEqual(Object.keys(GERMAN).toSorted())
})

test('German keeps the names of the code, and says none of it in English', () => {
  for (const [english, german] of Object.entries(GERMAN)) {
    const named = (text: string) => [...text.matchAll(/`[^`]+`|\bnull\b|'comments'/g)].map(([name]) => name).toSorted()
    expect([english, named(german)]).toEqual([english, named(english)])
    expect(german).not.toMatch(/\b(?:the|and|what|which|this|there|is|are|of)\b/i)
  }
})

test('a reader of German hovers and completes in German, a reader of English in English', async () => {
  const source = [
    `import { outgoing } from 'accord'`,
    `export default outgoing('incident', ({ entity, replica, comments }) => {`,
    `  replica.comments = comments.visible()`,
    `  replica.summary = entity.short_description`,
    '})',
  ].join('\n')
  const ask = async (language: string) => {
    const draft = {
      direction: 'outgoing',
      source,
      language,
      tables: declareTables(DICTIONARY, 'outgoing'),
    } as const
    const hoverOf = async (word: string) => {
      const { hover } = await service.ask({ kind: 'describe', draft, offset: source.indexOf(word) + 1 })
      return hover
    }
    const { options } = await service.ask({ kind: 'complete', draft, offset: source.indexOf('visible') })
    const { signature } = await service.ask({ kind: 'describe', draft, offset: source.indexOf('()') + 1 })
    return [
      (await hoverOf('visible'))?.documentation,
      (await hoverOf('short_description'))?.documentation,
      options.find(({ label }) => label === 'internal')?.documentation,
      signature?.documentation,
    ]
  }
  expect(await ask('de')).toEqual([
    'Einträge, die Kunden lesen.',
    'Short description (Text, 160 Zeichen)',
    'Arbeitsnotizen: Einträge, die nur die eigenen Leute lesen. Das Veröffentlichen fragt, bevor sie hinausgehen.',
    'Einträge, die Kunden lesen.',
  ])
  expect(await ask('en')).toEqual([
    'Entries that customers read.',
    'Short description (text, 160 characters)',
    'Work notes: entries that only our own people read. Publishing asks before they leave.',
    'Entries that customers read.',
  ])
})
