import { call, notSimulated } from './host.ts'
import { GlideQueryCondition, RecordQuery } from './record-query.ts'
import { findTable } from './table.ts'
import type { Values } from '../job.ts'

const FUNCTIONS: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  COUNT: (numbers) => numbers.length,
  SUM: (numbers) => numbers.reduce((sum, value) => sum + value, 0),
  MIN: (numbers) => Math.min(...numbers),
  MAX: (numbers) => Math.max(...numbers),
  AVG: (numbers) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
}

/** Counts and sums over a query, grouped. */
export class GlideAggregate {
  _table: string
  _query = new RecordQuery()
  _groupBy: string[] = []
  _wanted: { fn: string; field: string }[] = []
  _groups: (readonly Values[])[] = []
  _at = -1

  constructor(table: unknown) {
    this._table = String(table)
  }
  addQuery(field: unknown, ...parts: unknown[]): GlideQueryCondition {
    return this._query.add(field, parts)
  }
  addEncodedQuery(text: unknown): void {
    this._query.add(text, [])
  }
  addNullQuery(field: unknown): GlideQueryCondition {
    return this._query.add(`${String(field)}ISEMPTY`, [])
  }
  addNotNullQuery(field: unknown): GlideQueryCondition {
    return this._query.add(`${String(field)}ISNOTEMPTY`, [])
  }
  addAggregate(fn: unknown, field: unknown = ''): void {
    const name = String(fn).toUpperCase()
    if (!Object.hasOwn(FUNCTIONS, name)) notSimulated(`GlideAggregate ${name}`)
    this._wanted.push({ fn: name, field: String(field) })
  }
  groupBy(field: unknown): void {
    this._groupBy.push(String(field))
  }
  setGroup(): void {
    // Grouping is on as soon as a field is named.
  }
  orderBy(field: unknown): void {
    this._query.orderBy.push({ field: String(field), descending: false })
  }
  orderByDesc(field: unknown): void {
    this._query.orderBy.push({ field: String(field), descending: true })
  }
  orderByAggregate(): void {
    notSimulated('GlideAggregate.orderByAggregate')
  }
  query(): void {
    const rows = call<Values[]>('record.query', {
      table: this._table,
      encoded: this._query.encoded(),
      orderBy: this._query.orderBy,
    })
    const groups = new Map<string, Values[]>()
    for (const row of rows) {
      const key = JSON.stringify(this._groupBy.map((field) => row[field] ?? ''))
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    this._groups = this._groupBy.length === 0 ? [rows] : [...groups.values()]
    this._at = -1
  }
  hasNext(): boolean {
    return this._at + 1 < this._groups.length
  }
  next(): boolean {
    if (!this.hasNext()) return false
    this._at += 1
    return true
  }
  getRowCount(): number {
    return this._groups.length
  }
  getAggregate(fn: unknown, field: unknown = ''): string {
    const name = String(fn).toUpperCase()
    const rows = this._groups[this._at] ?? []
    if (name === 'COUNT') return String(rows.length)
    const values = rows.map((row) => row[String(field)] ?? '').filter((value) => value !== '')
    const compute = FUNCTIONS[name]
    if (!compute || values.length === 0) return ''
    if (values.every((value) => !Number.isNaN(Number(value)))) return String(compute(values.map(Number)))
    const sorted = [...values].sort()
    return (name === 'MIN' ? sorted[0] : sorted.at(-1)) ?? ''
  }
  getValue(field: unknown): string | null {
    return this._groups[this._at]?.[0]?.[String(field)] || null
  }
  getDisplayValue(field: unknown): string {
    return call<string>('record.display', {
      table: this._table,
      field: String(field),
      value: this.getValue(field) ?? '',
    })
  }
  getTableName(): string {
    return this._table
  }
  isValid(): boolean {
    return findTable(this._table) !== undefined
  }
}

/** `agg.category` of the group where it stands. */
const fields = new Proxy(Object.create(Object.prototype) as object, {
  get(target, property, receiver): unknown {
    if (typeof property === 'symbol' || property in Object.prototype)
      return (target as Record<string | symbol, unknown>)[property]
    const aggregate = receiver as GlideAggregate
    if (findTable(aggregate._table)?.columns.has(property)) return aggregate.getValue(property) ?? ''
    return property === 'toJSON' || property === 'then' ? undefined : notSimulated(`GlideAggregate.${property}`)
  },
})
Object.setPrototypeOf(GlideAggregate.prototype, fields)
