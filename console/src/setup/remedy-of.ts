import type { Finding } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { en } from '../i18n/en/index.ts'
import { problemWords } from '../problems/problem-words.ts'

export const isKnownFinding = (code: string): code is keyof typeof en.findings.titles =>
  Object.hasOwn(en.findings.titles, code)

/** How to put a finding right, in the reader's language: by the cause where the node has named one, else by the finding. */
export function remedyOf({ code, problem, remedy }: Finding, translations: i18n): string | null {
  if (problem !== undefined) return problemWords(problem, translations).remedy || remedy
  return isKnownFinding(code) ? translations.t(`findings.remedies.${code}`) : remedy
}
