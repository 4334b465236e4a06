import type { ConnectionSnapshot } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { relativeTime } from '../parts/relative-time.ts'
import { problemWords } from '../problems/problem-words.ts'
import { en } from '../i18n/en/index.ts'

const isWaiting = (state: string): state is Exclude<keyof typeof en.waiting, 'invited'> =>
  Object.hasOwn(en.waiting, state)

/** Why the connection is in its state, as a sentence; empty where there is nothing to explain. */
export function stateReason(connection: ConnectionSnapshot, translations: i18n, now: number): string {
  const { state, stateReason: reason, invitation } = connection
  if (reason) return problemWords(reason.code, translations, { title: reason.detail || reason.code, remedy: '' }).title
  if (connection.refusedRedeems?.length) return translations.t('refused.title')
  if (state === 'invited') {
    if (!invitation) return translations.t('waiting.invitedPlain')
    const when = relativeTime(Date.parse(invitation.expiresAt) - now, translations.language)
    return translations.t('waiting.invited', { when })
  }
  return isWaiting(state) ? translations.t(`waiting.${state}`) : ''
}
