import { call, missing } from './host.ts'
import { stateOf, type GlideRecord } from './record.ts'

/** Does a record satisfy an encoded query? */
export const GlideFilter: object = Object.assign(Object.create(missing('GlideFilter')) as object, {
  checkRecord: (record: GlideRecord, encoded: unknown): boolean =>
    call<boolean>('record.matches', {
      table: stateOf(record).tableName, encoded: String(encoded), row: stateOf(record).image(), previous: null,
    }), // prettier-ignore
})
