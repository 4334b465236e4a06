import { isErrorCode } from '@accord/shared/protocol'
import type { TestedScripts } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { problemWords } from '../../problems/problem-words.ts'
import { faultWords } from '../editor/fault-words.ts'

type Failed = Extract<TestedScripts['outcome'], { kind: 'failed' }>

/** Which script, on which line, and what to do. */
export function faultText({ fault, paths }: Failed, translations: i18n): string {
  const { t } = translations
  const { direction, line, column, code } = fault
  const message = faultWords(fault, translations)
  const placed = line === null ? message : t('configure.scripts.place', { line, column: column ?? 1, message })
  const known = isErrorCode(code) ? problemWords(code, translations) : undefined
  const script = t(`configure.scripts.${direction}`)
  const where = [script, ...paths].join(', ')
  return [`${where}.`, known?.title ?? '', placed, known?.remedy ?? ''].filter((part) => part !== '').join(' ')
}
