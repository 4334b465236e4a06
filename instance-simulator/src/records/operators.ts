import { isBoolean, isNumeric } from './row-values.ts'
import type { Operator } from './encoded-query.ts'

/** A value of a row or of a query, with what it takes to compare it. */
export interface Operand {
  readonly value: string
  /** What people see; text operators on references look at this. */
  readonly shown: () => string
}

/** Compares a row's value with the query's; `type` is the column's. */
export type Comparison = (row: Operand, wanted: string, type: string) => boolean

const fold = (text: string) => text.toLowerCase()
const truth = (text: string) => (['1', 'true', 'yes'].includes(fold(text)) ? '1' : '0')

export function isEqual(left: string, right: string, type: string): boolean {
  if (isBoolean(type)) return truth(left) === truth(right)
  if (isNumeric(type)) return left !== '' && right !== '' && Number(left) === Number(right)
  return fold(left) === fold(right)
}

/** Negative, zero, positive; numbers by value, the rest as folded text (instants sort that way too). */
export function compareValues(left: string, right: string, type: string): number {
  if (isNumeric(type)) return Number(left) - Number(right)
  if (isBoolean(type)) return Number(truth(left)) - Number(truth(right))
  const [a, b] = [fold(left), fold(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

const ordered =
  (holds: (order: number) => boolean): Comparison =>
  ({ value }, wanted, type) =>
    value !== '' && wanted !== '' && holds(compareValues(value, wanted, type))

const textual =
  (holds: (text: string, wanted: string) => boolean): Comparison =>
  (row, wanted) =>
    holds(fold(row.shown()), fold(wanted))

const isOneOf: Comparison = ({ value }, wanted, type) =>
  wanted.split(',').some((each) => isEqual(value, each.trim(), type))

const equals: Comparison = ({ value }, wanted, type) => (wanted === '' ? value === '' : isEqual(value, wanted, type))

/** `BETWEENa@b`, both ends included. */
const between: Comparison = ({ value }, wanted, type) => {
  const [low = '', high = ''] = wanted.split('@')
  return value !== '' && compareValues(value, low, type) >= 0 && compareValues(value, high, type) <= 0
}

/** `ONToday@start@end`: the label in front is for people. */
const on: Comparison = (row, wanted, type) => between(row, wanted.split('@').slice(-2).join('@'), type)

const not =
  (comparison: Comparison): Comparison =>
  (row, wanted, type) =>
    !comparison(row, wanted, type)

/** Operators that need nothing but the row's value and the query's. Absent ones are handled where the query is compiled. */
export const COMPARISONS: Partial<Record<Operator, Comparison>> = {
  '=': equals,
  '!=': not(equals),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  STARTSWITH: textual((text, wanted) => text.startsWith(wanted)),
  ENDSWITH: textual((text, wanted) => text.endsWith(wanted)),
  LIKE: textual((text, wanted) => text.includes(wanted)),
  NOTLIKE: textual((text, wanted) => !text.includes(wanted)),
  IN: isOneOf,
  'NOT IN': not(isOneOf),
  ISEMPTY: ({ value }) => value === '',
  ISNOTEMPTY: ({ value }) => value !== '',
  EMPTYSTRING: ({ value }) => value === '',
  ANYTHING: () => true,
  BETWEEN: between,
  ON: on,
  NOTON: not(on),
}
