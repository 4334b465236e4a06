import type { GlideRecord } from '@servicenow/glide'
import type { UiAction } from '../platform/ui-action.d.ts'
import { CONSOLE_PAGE } from '../names.ts'

const CONSOLE = `${CONSOLE_PAGE}#`

export function openInitiate(_current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(`${CONSOLE}/initiate`)
}

export function openAccept(_current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(`${CONSOLE}/accept`)
}

export function openConnection(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(placeOf(current))
}

/** Deleting cannot be undone: the console asks first, and says what happens at the other side. */
export function openDeletion(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(`${placeOf(current)}?ask=delete`)
}

/** Only a page can show a code once and keep it nowhere. */
export function openReissue(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(`${placeOf(current)}?ask=reissue`)
}

export function openRotation(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(`${placeOf(current)}?ask=rotateKeys`)
}

const placeOf = (current: GlideRecord<string>): string =>
  `${CONSOLE}/connections/${current.getValue('node_connection_id')}`
