import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'
import { ERROR_CODES, STATE_LABELS } from '@accord/shared/protocol'
import { HOST_CODES } from '../src/host/refusal.ts'
import { de } from '../src/i18n/de/index.ts'
import { en } from '../src/i18n/en/index.ts'
import { NODE_TEXTS } from '../src/i18n/node/add-node-texts.ts'
import { consoleLanguage, startTranslations } from '../src/i18n/start-translations.ts'
import { problemWords } from '../src/problems/problem-words.ts'

type Tree = { readonly [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

/** Every text of a language, those of the node's own console under their namespace. */
const everyText = (language: 'en' | 'de'): [string, string][] => [
  ...flat(language === 'en' ? en : de),
  ...Object.entries(NODE_TEXTS[language]).flatMap(([namespace, tree]) => flat(tree, `${namespace}:`)),
]

test('German has every text of English, with the same values to fill in', () => {
  const german = new Map(everyText('de'))
  const english = everyText('en')
  expect([...german.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
  for (const [key, text] of english)
    expect([key, placeholders(german.get(key) ?? '')]).toEqual([key, placeholders(text)])
})

test('every text is used by a page', () => {
  const client = new URL('../src/', import.meta.url)
  const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n/'))
    .map((file) => readFileSync(new URL(file, client), 'utf8'))
  const literals = new Set<string>()
  const templates: RegExp[] = []
  for (const source of sources) {
    // A page that has one namespace only leaves it out.
    const namespace = /useTranslation\('(\w+)'\)/.exec(source)?.[1]
    const full = (key: string) => (namespace === undefined || key.includes(':') ? key : `${namespace}:${key}`)
    for (const [, key = ''] of source.matchAll(/'((?:\w+:)?[\w.]+)'/g)) literals.add(full(key))
    for (const [, text = ''] of source.matchAll(/`(\w+[.:][\w.]*\$\{[^`]*)`/g)) {
      const pattern = full(text)
        .replaceAll(/\$\{[^}]*\}/g, '\u0000')
        .replaceAll('.', '\\.')
        .replaceAll('\u0000', '[\\w.<>=! -]+')
      templates.push(new RegExp(`^${pattern}$`))
    }
  }
  const isUsed = (key: string) => literals.has(key) || templates.some((template) => template.test(key))
  const unused = everyText('en')
    .map(([key]) => key.replace(/_(?:one|other)$/, ''))
    .filter((key) => !isUsed(key))
  expect(unused).toEqual([])
})

/** Texts of which a page picks one by a value: the words for that value, which must tell it from the others. */
function families(tree: Tree): [string, Map<string, string[]>][] {
  const client = new URL('../src/', import.meta.url)
  const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(new URL(file, client), 'utf8'))
  const templates = sources.flatMap((source) => [...source.matchAll(/`(\w[\w.]*)\.\$\{[^`}]*\}(\.label|\.title)?`/g)])
  const names = new Set(templates.map(([, prefix, ending = '']) => `${prefix}.*${ending}`))
  const texts = flat(tree)
  return [...names].map((name) => {
    const [prefix = '', ending = ''] = name.split('*')
    const values = new Map<string, string[]>()
    for (const [key, text] of texts) {
      const value =
        key.startsWith(prefix) && key.endsWith(ending) ? key.slice(prefix.length, -ending.length || undefined) : '.'
      if (!value.includes('.')) values.set(text, [...(values.get(text) ?? []), value])
    }
    return [name, values]
  })
}

test.each([
  ['English', en],
  ['German', de],
] as const)('in %s no two values of one choice are called the same', (_language, tree) => {
  const all = families(tree)
  expect(all.map(([name]) => name)).toEqual(
    expect.arrayContaining(['states.*', 'connections.groups.*', 'modes.*.title']),
  )
  const same = all.flatMap(([name, values]) =>
    [...values].flatMap(([text, of]) => (of.length > 1 ? [{ name, text, of }] : [])),
  )
  expect(same).toEqual([])
})

test('no text is empty, in either language', () => {
  for (const [key, text] of [...everyText('en'), ...everyText('de')])
    expect([key, text.trim() !== '']).toEqual([key, true])
})

test('every refusal of the catalogue and of the host has its title and its remedy in German, in its own words', () => {
  for (const code of [...Object.keys(ERROR_CODES), ...HOST_CODES] as (keyof typeof en.problems)[]) {
    expect(de.problems[code].title).not.toBe(en.problems[code].title)
    expect(de.problems[code].remedy).not.toBe('')
  }
})

test('English is the catalogue itself, so that the page and the node never say different things', () => {
  expect(en.states).toEqual(STATE_LABELS)
  expect(en.problems.name_taken).toEqual({
    title: ERROR_CODES.name_taken.title,
    remedy: ERROR_CODES.name_taken.remedy,
  })
})

test('a code that this page does not know is shown in the words of the node', async () => {
  Object.defineProperty(globalThis, 'document', { value: { documentElement: { lang: '' } }, configurable: true })
  const translations = await startTranslations('de-AT')
  expect(problemWords('brand_new', translations, { title: 'Something new', remedy: 'Do this.' })).toEqual({
    title: 'Something new',
    remedy: 'Do this.',
  })
  expect(problemWords('name_taken', translations).title).toBe(de.problems.name_taken.title)
})

test('any German reads German, everyone else English', () => {
  expect(['de', 'de-AT', 'de_DE', 'en-GB', 'fr', ''].map(consoleLanguage)).toEqual(['de', 'de', 'de', 'en', 'en', 'en'])
})

test('each reason why a paste is no code has words of its own, in both languages', async () => {
  for (const language of ['en', 'de'] as const) {
    const translations = await startTranslations(language)
    const titles = Object.keys(en.pasteReasons).map(
      (paste) => problemWords('code_malformed', translations, { title: '', remedy: '', facts: { paste } }).title,
    )
    expect(titles).toEqual(Object.values((language === 'de' ? de : en).pasteReasons).map(({ title }) => title))
    expect(new Set(titles).size).toBe(titles.length)
  }
})

test.each(['en', 'de'] as const)('a code that ended with a move of the other side says so (%s)', async (language) => {
  const { title, remedy } = problemWords('address_changed', await startTranslations(language))
  expect(title).toMatch(language === 'en' ? /another address since/u : /andere Adresse, seit/u)
  expect(remedy).toMatch(language === 'en' ? /new code/u : /neuen Code/u)
})
