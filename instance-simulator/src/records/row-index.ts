import type { Row } from '../contracts.ts'

type Rows = ReadonlyMap<string, Row>

const keyOf = (row: Row, column: string): string => (row[column] ?? '').toLowerCase()

/**
 * Which rows of one table hold a value in a column, capitals aside. A column is read when it is first asked about, and kept up from
 * then on: a database has an index there, too.
 */
export class RowIndex {
  readonly #columns = new Map<string, Map<string, Set<string>>>()
  /** Where each row stands among the others: what is found comes in the order of the table. */
  readonly #places = new Map<string, number>()
  #last = 0

  constructor(rows: Rows) {
    for (const sysId of rows.keys()) this.#places.set(sysId, this.#last++)
  }

  /** `before` and `after`: the row as it was and as it is, undefined where there is none. */
  note(sysId: string, before: Row | undefined, after: Row | undefined): void {
    if (!after) this.#places.delete(sysId)
    else if (!this.#places.has(sysId)) this.#places.set(sysId, this.#last++)
    for (const [column, byValue] of this.#columns) {
      const [left, joined] = [before && keyOf(before, column), after && keyOf(after, column)]
      if (left === joined) continue
      if (left !== undefined) take(byValue, left, sysId)
      if (joined !== undefined) put(byValue, joined, sysId)
    }
  }

  count(rows: Rows, column: string, values: readonly string[]): number {
    const byValue = this.#column(rows, column)
    return distinct(values).reduce((sum, value) => sum + (byValue.get(value)?.size ?? 0), 0)
  }

  /** sys_ids, in the order of the table. */
  find(rows: Rows, column: string, values: readonly string[]): readonly string[] {
    const byValue = this.#column(rows, column)
    const found = distinct(values).flatMap((value) => [...(byValue.get(value) ?? [])])
    const place = (sysId: string) => this.#places.get(sysId) ?? 0
    return found.length > 1 ? found.toSorted((one, other) => place(one) - place(other)) : found
  }

  #column(rows: Rows, column: string): ReadonlyMap<string, ReadonlySet<string>> {
    const known = this.#columns.get(column)
    if (known) return known
    const byValue = new Map<string, Set<string>>()
    for (const [sysId, row] of rows) put(byValue, keyOf(row, column), sysId)
    this.#columns.set(column, byValue)
    return byValue
  }
}

const distinct = (values: readonly string[]) => [...new Set(values.map((value) => value.toLowerCase()))]

function put(byValue: Map<string, Set<string>>, value: string, sysId: string): void {
  const known = byValue.get(value)
  if (known) known.add(sysId)
  else byValue.set(value, new Set([sysId]))
}

function take(byValue: Map<string, Set<string>>, value: string, sysId: string): void {
  const known = byValue.get(value)
  known?.delete(sysId)
  if (known?.size === 0) byValue.delete(value)
}
