import type { GlideRecord } from '@servicenow/glide'

/** Sets many columns of a row; the caller inserts or updates it. */
export function writeFields(row: GlideRecord<string>, fields: Readonly<Record<string, string>>): void {
  for (const [column, value] of Object.entries(fields)) row.setValue(column, value)
}
