import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { en } from './en/index.ts'

const LANGUAGES = ['en', 'de'] as const

/** The language of the console for a user's BCP 47 tag: German for any German, otherwise English. */
export const consoleLanguage = (tag: string): string =>
  LANGUAGES.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language) ?? 'en'

/** German is a part of its own: whoever reads English does not load it. Where it cannot be loaded the page is in English. */
export async function addGerman(translations: i18n): Promise<boolean> {
  try {
    const { de } = await import('./de/index.ts')
    translations.addResourceBundle('de', 'translation', de)
    return true
  } catch {
    return false
  }
}

/** Once it is fulfilled all texts of the language are there, so the first drawing already has its words. */
export async function startTranslations(userLanguage: string): Promise<i18n> {
  const translations = createInstance()
  await translations.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  const language = consoleLanguage(userLanguage)
  if (language === 'de' && (await addGerman(translations))) await translations.changeLanguage(language)
  document.documentElement.lang = translations.language
  return translations
}
