import type { RecordSync } from '@accord/shared/schemas'
import type { MESSAGES } from '../message-texts.ts'

/** Which message stands for which word of the page. */
export const RECORD_TEXTS: Readonly<Record<keyof RecordSync['words'], keyof typeof MESSAGES>> = {
  title: 'recordTitle',
  none: 'recordNone',
  theirs: 'recordTheirs',
  since: 'recordSince',
  lastOut: 'recordLastOut',
  lastIn: 'recordLastIn',
  never: 'recordNever',
  open: 'recordOpen',
  syncNow: 'recordSyncNow',
  asked: 'recordAsked',
  connect: 'recordConnect',
  unlink: 'recordUnlink',
  back: 'recordBack',
  refused: 'recordRefused',
  newTab: 'recordNewTab',
  placeList: 'recordPlaceList',
  listPlaced: 'recordListPlaced',
  removeList: 'recordRemoveList',
  listRemoved: 'recordListRemoved',
  noLists: 'recordNoLists',
}
