import { GlideRecord } from '@servicenow/glide'
import { secureRecord } from '../platform/secure-record.ts'

const TABLE = /^[a-z][a-z0-9_]{0,79}$/
const SYS_ID = /^[0-9a-f]{32}$/

/** The record, where it is there and the session's user may read it. */
export function findReadable(table: string, id: string): GlideRecord<string> | undefined {
  const record = TABLE.test(table) && SYS_ID.test(id) && new GlideRecord(table).isValid() && secureRecord(table)
  return record && record.get(id) && record.canRead() ? record : undefined
}
