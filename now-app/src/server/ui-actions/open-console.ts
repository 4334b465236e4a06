import { consoleAddress } from '@accord/shared/protocol'
import type { GlideRecord } from '@servicenow/glide'
import type { UiAction } from '../platform/ui-action.d.ts'
import { CONSOLE_PAGE } from '../names.ts'
import { recordAddress } from '../records/record-sync.ts'

const addressOf = (place: string): string => consoleAddress(CONSOLE_PAGE, place)

export function openInitiate(_current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf('/initiate'))
}

export function openAccept(_current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf('/accept'))
}

export function openConnection(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf(placeOf(current)))
}

/** Deleting cannot be undone: the console asks first, and says what happens at the other side. */
export function openDeletion(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf(`${placeOf(current)}?ask=delete`))
}

/** Only a page can show a code once and keep it nowhere. */
export function openReissue(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf(`${placeOf(current)}?ask=reissue`))
}

/** Nothing goes either way any more, at the other company too: not by a press beside the button that was meant. */
export function openDeactivation(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf(`${placeOf(current)}?ask=deactivate`))
}

export function openRotation(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(addressOf(`${placeOf(current)}?ask=rotateKeys`))
}

/** Of any task, for whoever may read it. */
export function openRecord(current: GlideRecord<string>, action: UiAction): void {
  action.setRedirectURL(recordAddress(current))
}

const placeOf = (current: GlideRecord<string>): string => `/connections/${current.getValue('node_connection_id')}`
