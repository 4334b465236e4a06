import type { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { closedFieldsOf } from '../../platform/secure-record.ts'
import { writeFields } from '../../platform/write-fields.ts'

/** Sets columns of a secure record, or refuses where an ACL closes one of them: the write would empty it without a word. */
export function writeSecurely(row: GlideRecord<string>, fields: Readonly<Record<string, string>>): void {
  const names = Object.keys(fields)
  const refuseClosed = (): void => {
    const closed = closedFieldsOf(row, names)
    if (closed.length > 0)
      throw new Refusal(
        'missing_role',
        `The rights of this instance let you write ${row.getTableName()}, but not its fields ${closed.join(', ')}.`,
      )
  }
  refuseClosed()
  writeFields(row, fields)
  refuseClosed()
}
