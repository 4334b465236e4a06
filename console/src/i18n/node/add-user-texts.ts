import type { i18n } from 'i18next'
import { usersDe } from './users-de.ts'
import { usersEn } from './users-en.ts'

/** A namespace of its own: the page of the instance does not carry these words. */
export function addUserTexts(translations: i18n): void {
  translations.addResourceBundle('en', 'users', usersEn)
  translations.addResourceBundle('de', 'users', usersDe)
}
