import type { i18n } from 'i18next'
import { FITTING } from './fitting-texts.ts'
import { nodeDe } from './node-de.ts'
import { nodeEn } from './node-en.ts'
import { noticesDe } from './notices-de.ts'
import { noticesEn } from './notices-en.ts'
import { usersDe } from './users-de.ts'
import { usersEn } from './users-en.ts'

/** Namespaces of their own: the page of the instance does not carry these words. */
export const NODE_TEXTS = {
  en: { node: nodeEn, users: usersEn, notices: noticesEn },
  de: { node: nodeDe, users: usersDe, notices: noticesDe },
} as const

/** The texts that only the node's own console has, and common ones that say something else there. */
export function addNodeTexts(translations: i18n): void {
  for (const language of ['en', 'de'] as const) {
    for (const [namespace, texts] of Object.entries(NODE_TEXTS[language]))
      translations.addResourceBundle(language, namespace, texts)
    translations.addResourceBundle(language, 'translation', FITTING[language], true, true)
  }
}
