import { call } from '../host.ts'
import type { GlideRecord } from './record.ts'
import { stateOf } from './record.ts'
import { isJournal } from './table.ts'

/**
 * What GlideRecordSecure does to fields that the caller may not write: it sets them to NULL, on an insert, too, where it asks
 * for write as well. Asked of the row as it stands and as it would be written, since a rule's condition may see either.
 */
export function emptyUnwritable(record: GlideRecord, named: readonly string[]): void {
  const state = stateOf(record)
  const rows = state.isNew ? [null, state.image()] : [state.stored, state.image()]
  const mayWrite = (field: string) =>
    rows.every((row) => call<boolean>('record.can', { operation: 'write', table: state.tableName, row, field }))
  for (const field of named) {
    if (field === 'sys_id' || mayWrite(field)) continue
    if (isJournal(state.column(field)?.type ?? '')) state.changed.delete(field)
    else state.write(field, '')
  }
}
