import { createInstance } from 'i18next'
import { de } from '../../console/src/i18n/de/index.ts'
import { en } from '../../console/src/i18n/en/index.ts'
import { expect, type Page } from '@playwright/test'

export type Language = 'en' | 'de'
type Tree = { readonly [key: string]: string | Tree }

/** The page's own texts, so that one story speaks each language. */
export async function textsOf(
  language: Language,
): Promise<(key: string, values?: Readonly<Record<string, string | number>>) => string> {
  const texts = createInstance()
  const resources = { en: { translation: en }, de: { translation: de } }
  await texts.init({ lng: language, resources, interpolation: { escapeValue: false } })
  return (key, values = {}) => {
    if (!texts.exists(key, values)) throw new Error(`There is no text ${key}`)
    return String(texts.t(key as never, values as never))
  }
}

const flat = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : flat(value)))

const german = new Set(flat(de))
/** Longest pieces of each English text between its values; what is German, too, or too short to tell, is left out. */
const ENGLISH = flat(en)
  .filter((text) => !german.has(text))
  .map(
    (text) =>
      text
        .split(/\{\{\w+\}\}/)
        .toSorted((one, other) => other.length - one.length)[0]
        ?.trim() ?? '',
  )
  .filter((piece) => piece.length > 11 && piece.includes(' '))

/** What people read or have read to them; the instance around the page, scripts, and what is said to be English, are in the language of whoever wrote them. */
const SHOWN = `(() => {
  const isOurs = (element) => element && !element.closest('aside, textarea, .cm-content, .cm-tooltip code, [lang="en"], script, style')
  const texts = []
  const nodes = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) if (isOurs(node.parentElement)) texts.push(node.data)
  for (const element of document.querySelectorAll('[aria-label], [aria-description], [placeholder], [title]'))
    if (isOurs(element))
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title']) texts.push(element.getAttribute(name) ?? '')
  return texts.join('\\n')
})()`

/** Nothing of what the page says in English stands on it, names of controls included. */
export async function expectGerman(page: Page): Promise<void> {
  expect(await page.evaluate<string>('document.documentElement.lang')).toBe('de')
  const shown = await page.evaluate<string>(SHOWN)
  expect(ENGLISH.filter((piece) => shown.includes(piece))).toEqual([])
}
