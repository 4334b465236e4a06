import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { openRecord } from '../read/read-record.ts'
import { watchMatcher } from '../watches/matching-watches.ts'
import { writeFields } from '../../platform/write-fields.ts'
import { findNotice, isPending } from './notices.ts'
import { startWaking } from './wake-node.ts'

type Kind = 'insert' | 'update' | 'delete' | 'file'

/**
 * Async, after a task was written or deleted: one notice, and nothing else, for a record that a trigger finds or that is one of a
 * pair. Later means that the record may be gone by now.
 */
export function noteChange(current: GlideRecord<string>): void {
  const table = current.getRecordClassName()
  const id = current.getUniqueValue()
  const row = openRecord(table, id)
  const kind: Kind = !row ? 'delete' : row.getValue('sys_mod_count') === '0' ? 'insert' : 'update'
  noteIfWatched(table, id, kind, row)
}

/** Async, after a file was attached or removed: its record is to be looked at. */
export function noteFile(current: GlideRecord<string>): void {
  const table = current.getValue('table_name') ?? ''
  const id = current.getValue('table_sys_id') ?? ''
  noteIfWatched(table, id, 'file', openRecord(table, id))
}

function noteIfWatched(table: string, record: string, kind: Kind, row: GlideRecord<string> | undefined): void {
  if (!isPaired(record) && !(row && watchMatcher()(row).length > 0)) return
  const pending = findNotice()
  const notice = new GlideRecord(TABLES.changeNotice)
  notice.initialize()
  writeFields(notice, { table_name: table, record, kind })
  notice.insert()
  // What stood there has woken the node, and the pull that forgets it brings this one as well. Where it is gone by now, that pull may
  // have been over before this one was there.
  if (pending === undefined || !isPending(pending)) startWaking()
}

function isPaired(record: string): boolean {
  return Boolean(new GlideRecord(TABLES.syncPair).get('record', record))
}
