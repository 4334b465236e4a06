import { call, notSimulated } from '../host.ts'
import { mayReach } from './reach.ts'
import { GlideQueryCondition, RecordQuery } from './record-query.ts'
import { pipeline } from './record.ts'
import { findTable } from './table.ts'
import type { Values } from '../../job.ts'

const FUNCTIONS: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  COUNT: (numbers) => numbers.length,
  SUM: (numbers) => numbers.reduce((sum, value) => sum + value, 0),
  MIN: (numbers) => Math.min(...numbers),
  MAX: (numbers) => Math.max(...numbers),
  AVG: (numbers) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
}

/** Counts and sums over a query, grouped. */
export class GlideAggregate {
  #table: string
  #query = new RecordQuery()
  #groupBy: string[] = []
  #isGrouped = true
  #wanted: { fn: string; field: string }[] = []
  #groups: (readonly Values[])[] = []
  #at = -1

  constructor(table: unknown) {
    this.#table = String(table)
  }
  addQuery(field: unknown, ...parts: unknown[]): GlideQueryCondition {
    return this.#query.add(field, parts)
  }
  addEncodedQuery(text: unknown): void {
    this.#query.add(text, [])
  }
  addNullQuery(field: unknown): GlideQueryCondition {
    return this.#query.add(`${String(field)}ISEMPTY`, [])
  }
  addNotNullQuery(field: unknown): GlideQueryCondition {
    return this.#query.add(`${String(field)}ISNOTEMPTY`, [])
  }
  addAggregate(fn: unknown, field: unknown = ''): void {
    const name = String(fn).toUpperCase()
    if (!Object.hasOwn(FUNCTIONS, name)) notSimulated(`GlideAggregate ${name}`)
    this.#wanted.push({ fn: name, field: String(field ?? '') })
  }
  groupBy(field: unknown): void {
    this.#groupBy.push(String(field))
  }
  setGroup(isGrouped: unknown): void {
    this.#isGrouped = Boolean(isGrouped)
  }
  orderBy(field: unknown): void {
    this.#order(String(field), false)
  }
  orderByDesc(field: unknown): void {
    this.#order(String(field), true)
  }
  /** What figures are ordered by they are grouped by, too. */
  #order(field: string, descending: boolean): void {
    this.#query.orderBy.push({ field, descending })
    if (!this.#groupBy.includes(field)) this.#groupBy.push(field)
  }
  orderByAggregate(): void {
    notSimulated('GlideAggregate.orderByAggregate')
  }
  query(): void {
    const encoded = pipeline.restrictEncoded?.(this.#table, this.#query.encoded())
    const { orderBy } = this.#query
    const rows =
      encoded === undefined || !mayReach(this.#table, 'read')
        ? []
        : call<Values[]>('record.query', { table: this.#table, encoded, orderBy })
    const groupBy = this.#grouping()
    const groups = new Map<string, Values[]>()
    for (const row of withPaths(this.#table, rows, [...groupBy, ...this.#wanted.map(({ field }) => field)])) {
      const key = JSON.stringify(groupBy.map((field) => row[field] ?? ''))
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    this.#groups = groupBy.length === 0 ? [[...groups.values()].flat()] : [...groups.values()]
    this.#at = -1
  }
  /** Counting a field counts each of its values, unless the script groups otherwise or not at all. */
  #grouping(): readonly string[] {
    const unknown = this.#groupBy.find((field) => !endOf(this.#table, {}, field))
    if (unknown !== undefined) notSimulated(`GlideAggregate.groupBy('${unknown}'), which is no field`)
    if (this.#groupBy.length > 0 || !this.#isGrouped) return this.#groupBy
    return this.#wanted.flatMap(({ fn, field }) => (fn === 'COUNT' && field !== '' ? field : []))
  }
  hasNext(): boolean {
    return this.#at + 1 < this.#groups.length
  }
  next(): boolean {
    if (!this.hasNext()) return false
    this.#at += 1
    return true
  }
  getRowCount(): number {
    return this.#groups.length
  }
  getAggregate(fn: unknown, field: unknown = ''): string {
    const name = String(fn).toUpperCase()
    const rows = this.#groups[this.#at] ?? []
    if (name === 'COUNT') return String(rows.length)
    const values = rows.map((row) => row[String(field)] ?? '').filter((value) => value !== '')
    const compute = FUNCTIONS[name]
    if (!compute || values.length === 0) return ''
    if (values.every((value) => !Number.isNaN(Number(value)))) return String(compute(values.map(Number)))
    const sorted = values.toSorted()
    return (name === 'MIN' ? sorted[0] : sorted.at(-1)) ?? ''
  }
  getValue(field: unknown): string | null {
    return this.#groups[this.#at]?.[0]?.[String(field)] || null
  }
  getDisplayValue(field: unknown): string {
    const end = endOf(this.#table, this.#groups[this.#at]?.[0] ?? {}, String(field))
    return end ? call<string>('record.display', { ...end, value: this.getValue(field) ?? '' }) : ''
  }
  getTableName(): string {
    return this.#table
  }
  isValid(): boolean {
    return findTable(this.#table) !== undefined
  }
}

interface PathEnd {
  readonly table: string
  readonly field: string
  readonly value: string
}

/** Where a field or a dotted path ends; null where it names no column. */
const endOf = (table: string, row: Values, path: string): PathEnd | null =>
  call<PathEnd | null>('record.walk', { table, row, path })

/** Rows that hold what stands at the end of dotted paths as well, under the path. */
function withPaths(table: string, rows: readonly Values[], fields: readonly string[]): readonly Values[] {
  const paths = fields.filter((field) => field.includes('.'))
  if (paths.length === 0) return rows
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(paths.map((path) => [path, endOf(table, row, path)?.value ?? ''])),
  }))
}

/** `agg.category` of the group where it stands. */
const fields = new Proxy(Object.create(Object.prototype) as object, {
  get(target, property, receiver): unknown {
    if (typeof property === 'symbol' || property in Object.prototype)
      return (target as Record<string | symbol, unknown>)[property]
    const aggregate = receiver as GlideAggregate
    if (findTable(aggregate.getTableName())?.columns.has(property)) return aggregate.getValue(property) ?? ''
    return property === 'toJSON' || property === 'then' ? undefined : notSimulated(`GlideAggregate.${property}`)
  },
})
Object.setPrototypeOf(GlideAggregate.prototype, fields)
