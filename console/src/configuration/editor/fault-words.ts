import type { ScriptFault } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { en } from '../../i18n/en/index.ts'

/** The words that a text has to be filled in with are those of its code: nothing that could be known here. */
type Translate = (key: string, facts: Readonly<Record<string, string>>) => string

/** What is wrong, in the reader's language; what the compiler says of its own language it says itself. */
export function faultWords(
  { code, facts, message }: Pick<ScriptFault, 'code' | 'facts' | 'message'>,
  translations: i18n,
): string {
  if (!Object.hasOwn(en.scriptFaults, code)) return message
  const translate = translations.t as unknown as Translate
  const form = code === 'field_unknown' && facts['meant'] ? 'meant' : 'text'
  return translate(`scriptFaults.${code}.${form}`, facts)
}
