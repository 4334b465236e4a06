import { GlideRecordSecure } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'

/** Reads and writes under the ACLs of who is logged in. It has what a GlideRecord has; the platform's types know less of it. */
export const secureRecord = (table: string): GlideRecord<string> =>
  new GlideRecordSecure(table) as unknown as GlideRecord<string>

/**
 * Of these fields the ones that may not be written as the record stands now. `GlideRecordSecure` sets them to NULL without a
 * word, so they are asked for before the values are set and once more before the write: a rule may look at the new values. A new
 * record is asked for both rights, since the write asks for the second in the place of the first.
 */
export const closedFieldsOf = (row: GlideRecord<string>, names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => {
    const element = row.getElement(name)
    return element && !(element.canWrite() && (!row.isNewRecord() || element.canCreate()))
  })
