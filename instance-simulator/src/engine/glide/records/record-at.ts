import type { Values } from '../../job.ts'
import { GlideRecord, stateOf } from './record.ts'

/** The same under the caller's ACLs: rows he may not read are not there, fields he may not read are empty. */
export class GlideRecordSecure extends GlideRecord {
  constructor(table: unknown) {
    super(table)
    stateOf(this).secure = true
  }
}

/** A record that stands on a given row without a query: `current` and `previous`. */
export function recordAt(table: string, row: Values | undefined): GlideRecord {
  const record = new GlideRecord(table)
  stateOf(record).standOn(row)
  return record
}
