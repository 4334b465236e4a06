import { ERROR_CODES } from '@accord/shared/protocol'
import type { ErrorCode } from '@accord/shared/protocol'
import type { i18n } from 'i18next'
import { HOST_CODES } from '../host/refusal.ts'
import type { HostCode } from '../host/refusal.ts'
import { en } from '../i18n/en/index.ts'

export interface ProblemWords {
  readonly title: string
  readonly remedy: string
}

/** Why the other side revoked a code: a reason of a state, and no refusal of its own. */
const ADDRESS_CHANGED = 'address_changed'

const isKnown = (code: string): code is ErrorCode | HostCode | typeof ADDRESS_CHANGED =>
  Object.hasOwn(ERROR_CODES, code) || HOST_CODES.some((it) => it === code) || code === ADDRESS_CHANGED

interface SaidProblem extends ProblemWords {
  readonly facts?: Readonly<Record<string, unknown>>
}

type PasteReason = keyof typeof en.pasteReasons
const isPasteReason = (fact: unknown): fact is PasteReason =>
  typeof fact === 'string' && Object.hasOwn(en.pasteReasons, fact)

/** Title and remedy of a code in the reader's language; for a code that this page does not know, what the node said. */
export function problemWords(code: string, translations: i18n, said?: SaidProblem): ProblemWords {
  const paste = said?.facts?.['paste']
  if (isPasteReason(paste))
    return {
      title: translations.t(`pasteReasons.${paste}.title`),
      remedy: translations.t(`pasteReasons.${paste}.remedy`),
    }
  if (isKnown(code))
    return { title: translations.t(`problems.${code}.title`), remedy: translations.t(`problems.${code}.remedy`) }
  return { title: said?.title || translations.t('common.unknownProblem', { code }), remedy: said?.remedy ?? '' }
}
