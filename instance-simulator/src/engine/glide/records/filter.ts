import { call, honest, missing, notSimulated } from '../host.ts'
import { stateOf, type GlideRecord } from './record.ts'

const matches = (record: GlideRecord, encoded: string, caseSensitive: boolean): boolean =>
  call<boolean>('record.matches', {
    table: stateOf(record).tableName, encoded, row: stateOf(record).image(), previous: null, filter: { caseSensitive },
  }) // prettier-ignore

/** Does a record satisfy an encoded query? Capitals matter unless it is asked otherwise, unlike in a query; empty is less than anything. */
class Filter {
  readonly #encoded: string
  #caseSensitive = true

  constructor(encoded: unknown, _title?: unknown) {
    this.#encoded = String(encoded)
  }
  setCaseSensitive(sensitive: unknown): void {
    this.#caseSensitive = sensitive === true || sensitive === 'true'
  }
  /** `all` false asks for one condition of several, which is another evaluation. */
  match(record: GlideRecord, all: unknown): boolean {
    if (all === false) notSimulated('GlideFilter.match of any condition')
    return matches(record, this.#encoded, this.#caseSensitive)
  }
  static checkRecord(record: GlideRecord, encoded: unknown, all: unknown = true): boolean {
    return new Filter(encoded).match(record, all)
  }
}
honest('GlideFilter', Filter)
Object.setPrototypeOf(Filter, missing('GlideFilter'))

export const GlideFilter: object = Filter
