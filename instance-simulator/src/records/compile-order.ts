import type { Row } from '../contracts.ts'
import type { QueryWorld } from './compile-query.ts'
import { compareValues } from './operators.ts'

/** Less than none: the left row comes first. */
export type RowOrder = (left: Row, right: Row) => number

/** Like the lists do, references sort by what people see. */
export function compileOrder(
  world: QueryWorld,
  table: string,
  orderBy: readonly { readonly field: string; readonly descending: boolean }[],
): RowOrder | undefined {
  const keys = orderBy.flatMap(({ field, descending }) => {
    const column = world.columnAt(table, field)
    if (!column) return []
    const read = column.type === 'reference' ? world.shownAt : world.valueAt
    const sign = descending ? -1 : 1
    return [
      (left: Row, right: Row) => sign * compareKeys(read(table, left, field), read(table, right, field), column.type),
    ]
  })
  if (keys.length === 0) return undefined
  return (left, right) => {
    for (const key of keys) {
      const order = key(left, right)
      if (order !== 0) return order
    }
    return 0
  }
}

/** Empty comes first, as in the platform's database. */
function compareKeys(left: string, right: string, type: string): number {
  if (left === '' || right === '') return Number(left !== '') - Number(right !== '')
  return compareValues(left, right, type)
}
