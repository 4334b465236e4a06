import type { ColumnDefinition, Row } from '../contracts.ts'
import type { QueryWorld } from './compile-query.ts'
import { displayValue, type DisplayWorld } from './display.ts'
import { isReference } from './row-values.ts'
import type { RowTables } from './row-tables.ts'
import type { ValueScope } from './value-scripts.ts'

export interface PathEnd {
  readonly table: string
  readonly field: string
  readonly value: string
}

/** Follows `caller_id.department.name` from a row. Undefined: a step is no column or no reference. A dangling step ends in "". */
export function walkPath(world: DisplayWorld, table: string, row: Row, path: string): PathEnd | undefined {
  const steps = path.split('.')
  let at: { table: string; row: Row } = { table, row }
  for (const [index, field] of steps.entries()) {
    const column = columnOf(world, at.table, at.row, field)
    if (!column) return undefined
    const value = at.row[field] ?? ''
    if (index === steps.length - 1) return { table: at.table, field, value }
    if (!isReference(column) || column.reference === undefined) return undefined
    const target: Row = value === '' ? {} : (targetOf(world, column, value) ?? {})
    at = { table: column.reference, row: target }
  }
  return undefined
}

const targetOf = (world: DisplayWorld, { reference = '', referenceKey }: ColumnDefinition, value: string) =>
  referenceKey === undefined ? world.find(reference, value) : world.findBy(reference, referenceKey, value)

/** A row found through its parent table may have more columns than that table: its class decides. */
function columnOf(world: DisplayWorld, table: string, row: Row, field: string): ColumnDefinition | undefined {
  return (
    world.schema.find(table)?.columns.get(field) ?? world.schema.find(row['sys_class_name'] ?? '')?.columns.get(field)
  )
}

/** The column at the end of a path, from the schema alone. */
export function columnAtPath(world: DisplayWorld, table: string, path: string): ColumnDefinition | undefined {
  let at: string | undefined = table
  let column: ColumnDefinition | undefined
  for (const field of path.split('.')) {
    column = at === undefined ? undefined : world.schema.find(at)?.columns.get(field)
    if (!column) return undefined
    at = isReference(column) ? column.reference : undefined
  }
  return column
}

/** "Me" and "One of my groups", with the sys_ids they have on every instance. */
export const dynamicOptions = {
  me: '90d1921e5f510100a9ad2572f2b477fe',
  myGroups: 'd6435e965f510100a9ad2572f2b47744',
} as const

function dynamicValues(optionSysId: string, scope: ValueScope): readonly string[] {
  if (optionSysId === dynamicOptions.me) return [scope.caller.userSysId]
  if (optionSysId === dynamicOptions.myGroups) return scope.groupsOf(scope.caller.userSysId)
  return scope.notSimulated(`dynamic filter option ${optionSysId}`)
}

export function createQueryWorld(
  world: DisplayWorld,
  rows: RowTables,
  property: (name: string) => string | undefined,
): QueryWorld {
  const valueAt = (table: string, row: Row, path: string) =>
    path.includes('.') ? (walkPath(world, table, row, path)?.value ?? '') : (row[path] ?? '')
  return {
    columnAt: (table, path) => columnAtPath(world, table, path),
    valueAt,
    shownAt: (table, row, path) => {
      const column = columnAtPath(world, table, path)
      if (!column || !isReference(column)) return valueAt(table, row, path)
      return displayValue(world, table, column, valueAt(table, row, path))
    },
    isInstance: (row, table, className) => world.schema.ancestry(row['sys_class_name'] || table).includes(className),
    rowsOf: (table) =>
      world.schema.find(table) && world.schema.family(table).flatMap((name) => [...rows.rows(name).values()]),
    ancestry: (table) => world.schema.ancestry(table),
    dynamicValues,
    returnsNoRowsWhenInvalid: () => property('glide.invalid_query.returns_no_rows') === 'true',
  }
}
