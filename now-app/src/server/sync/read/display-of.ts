import { GlideRecord } from '@servicenow/glide'
import { findAccess } from '../access/sync-access.ts'

/** What people call a record is a field of its table, and leaves where that field may leave: beside a reference, too. */
export function mayShowDisplay(table: string): boolean {
  const access = table === '' ? undefined : findAccess(table)
  return access !== undefined && access.readFields.includes(new GlideRecord(table).getDisplayName())
}
