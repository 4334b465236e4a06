import type { ColumnDefinition, Row } from '../contracts.ts'
import { absentField } from '../engine/glide/records/absent-fields.ts'
import {
  isJoin,
  parseEncodedQuery,
  type Condition,
  type EncodedQuery,
  type Join,
  type Operator,
  type QueryPart,
} from './encoded-query.ts'
import { compileOrder } from './compile-order.ts'
import { comparisonsOf, compareValues, isEqual, type Operand } from './operators.ts'
import { type Narrowing, narrowingOf } from './narrow-query.ts'
import { resolveValue, type ValueScope } from './value-scripts.ts'

export type Predicate = (row: Row, previous: Row | undefined) => boolean

/** How a query sees the tables: column look-up and reading along a dotted path. */
export interface QueryWorld {
  /** The column at the end of a dotted path, undefined when a step does not exist. */
  columnAt(table: string, path: string): ColumnDefinition | undefined
  valueAt(table: string, row: Row, path: string): string
  shownAt(table: string, row: Row, path: string): string
  isInstance(row: Row, table: string, className: string): boolean
  /** Rows of a table and of all that extend it; undefined when there is no such table. */
  rowsOf(table: string): readonly Row[] | undefined
  /** The table itself and its parents. */
  ancestry(table: string): readonly string[]
  dynamicValues(optionSysId: string, scope: ValueScope): readonly string[]
  returnsNoRowsWhenInvalid(): boolean
}

export interface CompiledQuery {
  readonly matches: Predicate
  readonly compare: ((left: Row, right: Row) => number) | undefined
  /** The whole query is one look-up by sys_id. */
  readonly sysId: string | undefined
  /** Each row that matches holds one of the values in that column of its own, capitals aside. */
  readonly narrowings: readonly Narrowing[]
  /** Some part named no column or no operator. */
  readonly isValid: boolean
  /** Fields that are no columns here: conditions on them were dropped. */
  readonly strangers: readonly string[]
}

const fieldComparisons: Partial<Record<Operator, (order: number) => boolean>> = {
  SAMEAS: (order) => order === 0,
  NSAMEAS: (order) => order !== 0,
  GT_FIELD: (order) => order > 0,
  LT_FIELD: (order) => order < 0,
  GT_OR_EQUALS_FIELD: (order) => order >= 0,
  LT_OR_EQUALS_FIELD: (order) => order <= 0,
}

const changeOperators = new Set<Operator>(['CHANGES', 'CHANGESTO', 'CHANGESFROM'])

/**
 * One evaluator for the Table API, GlideRecord, rules and ACLs. A part that names no column or no operator is dropped, which may
 * return all rows, unless `glide.invalid_query.returns_no_rows` is on.
 */
export function compileQuery(world: QueryWorld, table: string, encoded: string, scope: ValueScope): CompiledQuery {
  const parsed = parseEncodedQuery(encoded)
  for (const part of parsed.notSimulated) scope.notSimulated(`the query part ${part}`)
  let dropped = parsed.invalid.length > 0
  const written = parsed.groups.filter((clauses) => clauses.length > 0)
  const groups = (written.length > 0 ? written : [[]]).map((clauses) =>
    clauses.flatMap((conditions) => {
      const predicates = conditions.flatMap((part) => compilePart(world, table, part, scope) ?? [])
      if (predicates.length < conditions.length) dropped = true
      return predicates.length === 0 ? [] : [predicates]
    }),
  )
  const nothing = dropped && world.returnsNoRowsWhenInvalid()
  const [only] = parsed.groups.length === 1 ? (parsed.groups[0] ?? []) : []
  const sole = parsed.groups[0]?.length === 1 && only?.length === 1 ? only[0] : undefined
  return {
    matches: nothing
      ? () => false
      : (row, previous) => groups.some((group) => group.every((any) => any.some((p) => p(row, previous)))),
    compare: compileOrder(world, table, parsed.orderBy),
    sysId:
      !nothing &&
      parsed.groups.length === 1 &&
      sole &&
      !isJoin(sole) &&
      sole.field === 'sys_id' &&
      sole.operator === '='
        ? resolveValue(sole.value, scope)
        : undefined,
    narrowings: written.length === 1 ? (written[0] ?? []).flatMap((any) => narrowingOf(world, table, any, scope)) : [],
    strangers: dropped ? strangersIn(world, table, parsed.groups) : [],
    isValid: !dropped && parsed.orderBy.every(({ field }) => world.columnAt(table, field)),
  }
}

function strangersIn(world: QueryWorld, table: string, groups: EncodedQuery['groups']): readonly string[] {
  const conditions = groups.flat(2).filter((part) => !isJoin(part))
  return conditions.flatMap(({ field }) => (world.columnAt(table, field) ? [] : [field]))
}

const compilePart = (world: QueryWorld, table: string, part: QueryPart, scope: ValueScope): Predicate | undefined =>
  isJoin(part) ? compileJoin(world, table, part, scope) : compileCondition(world, table, part, scope)

/** Rows whose value stands in the other table, in a row that its own query finds. */
function compileJoin(world: QueryWorld, table: string, join: Join, scope: ValueScope): Predicate | undefined {
  const others = world.rowsOf(join.otherTable)
  // The platform has thousands of tables more, and without the join all rows would come back.
  if (!others) return scope.notSimulated(`a join with ${join.otherTable}, which is no table here`)
  if (!world.ancestry(table).includes(join.table)) return undefined
  if (!world.columnAt(table, join.field) || !world.columnAt(join.otherTable, join.otherField)) return undefined
  const { matches } = compileQuery(world, join.otherTable, join.where, scope)
  const found = others.filter((row) => matches(row, undefined))
  const values = new Set(found.map((row) => world.valueAt(join.otherTable, row, join.otherField)))
  return (row) => {
    const value = world.valueAt(table, row, join.field)
    return value !== '' && values.has(value)
  }
}

function compileCondition(
  world: QueryWorld,
  table: string,
  condition: Condition,
  scope: ValueScope,
): Predicate | undefined {
  const { field, operator } = condition
  const column = world.columnAt(table, field)
  if (!column) {
    const absent = absentField(field)
    return absent === undefined ? undefined : scope.notSimulated(absent)
  }
  const wanted = resolveValue(condition.value, scope)
  const read = (row: Row) => world.valueAt(table, row, field)

  if (operator === 'INSTANCEOF') return (row) => world.isInstance(row, table, wanted)
  if (operator === 'DYNAMIC') {
    const values = world.dynamicValues(wanted, scope)
    return (row) => values.includes(read(row))
  }
  if (changeOperators.has(operator)) return compileChange(operator, read, wanted, column.type)

  const byField = fieldComparisons[operator]
  if (byField) {
    if (!world.columnAt(table, wanted)) return undefined
    return (row) => {
      const [left, right] = [read(row), world.valueAt(table, row, wanted)]
      /** As in SQL, nothing is neither more nor less than anything, nor the same. */
      if (left === '' || right === '') return operator === 'NSAMEAS' && left !== right
      return byField(compareValues(left, right, column.type))
    }
  }

  const comparison = comparisonsOf(scope.manner)[operator]
  if (!comparison) return scope.notSimulated(`query operator ${operator}`)
  return (row) => {
    const operand: Operand = { value: read(row), shown: () => world.shownAt(table, row, field) }
    return comparison(operand, wanted, column.type)
  }
}

/** On an insert there is no previous row: everything that is not empty has changed. */
function compileChange(operator: Operator, read: (row: Row) => string, wanted: string, type: string): Predicate {
  return (row, previous) => {
    const [now, before] = [read(row), previous ? read(previous) : '']
    if (now === before) return false
    if (operator === 'CHANGESTO') return wanted === '' ? now === '' : isEqual(now, wanted, type)
    if (operator === 'CHANGESFROM') return wanted === '' ? before === '' : isEqual(before, wanted, type)
    return true
  }
}
