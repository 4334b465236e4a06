import type { ItemFault } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { en } from '../i18n/en/index.ts'
import { problemWords } from '../problems/problem-words.ts'

export interface FaultWords {
  readonly title: string
  readonly remedy: string
}

type PeerClass = keyof typeof en.sync.there

const isPeerClass = (code: string): code is PeerClass => Object.hasOwn(en.sync.there, code)

/** What is wrong with a pair, in a sentence, and what to do. Of the other side's fault only its class is known. */
export function faultWords(fault: ItemFault, remote: string, translations: i18n): FaultWords {
  const { t } = translations
  const { side, direction, code } = fault
  if (side === 'there') {
    const title = isPeerClass(code) ? t(`sync.there.${code}`) : code
    return { title: t('sync.fault.there', { remote, title }), remedy: t('sync.fault.thereRemedy') }
  }
  const { title, remedy } = problemWords(code, translations)
  return { title: t(`sync.fault.${direction}`, { remote, title }), remedy }
}
