import type { i18n } from 'i18next'
import { isConnectionState } from './state-tone.ts'

/** The word for a state in the reader's language; a state that this page does not know stands as it came. */
export const stateLabel = (state: string, translations: i18n): string =>
  isConnectionState(state) ? translations.t(`states.${state}`) : state
