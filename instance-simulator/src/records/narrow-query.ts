import type { ColumnDefinition } from '../contracts.ts'
import { isJoin, type QueryPart } from './encoded-query.ts'
import { isBoolean, isNumeric } from './row-values.ts'
import { resolveValue, type ValueScope } from './value-scripts.ts'

export interface Narrowing {
  readonly column: string
  readonly values: readonly string[]
}

/** Of a comparison that every row has to stand, and that text alone decides. */
export function narrowingOf(
  world: { columnAt(table: string, path: string): ColumnDefinition | undefined },
  table: string,
  [part, ...others]: readonly QueryPart[],
  scope: ValueScope,
): readonly Narrowing[] {
  if (!part || others.length > 0 || isJoin(part) || part.field.includes('.')) return []
  const type = world.columnAt(table, part.field)?.type
  if (type === undefined || isNumeric(type) || isBoolean(type)) return []
  if (part.operator !== '=' && part.operator !== 'IN') return []
  const wanted = resolveValue(part.value, scope)
  const values = part.operator === 'IN' ? wanted.split(',').map((value) => value.trim()) : [wanted]
  return values.includes('') ? [] : [{ column: part.field, values }]
}
