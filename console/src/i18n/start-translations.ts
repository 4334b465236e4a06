import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { de } from './de/index.ts'
import { en } from './en/index.ts'

const LANGUAGES = ['en', 'de'] as const

/** The language of the console for a user's BCP 47 tag: German for any German, otherwise English. */
export const consoleLanguage = (tag: string): string =>
  LANGUAGES.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language) ?? 'en'

/** All texts are in the bundle: nothing is loaded, so the first drawing already has its words. */
export async function startTranslations(userLanguage: string): Promise<i18n> {
  const translations = createInstance()
  const language = consoleLanguage(userLanguage)
  await translations.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
  return translations
}
