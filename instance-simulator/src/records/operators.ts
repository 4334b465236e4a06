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

type Fold = (text: string) => string

const fold: Fold = (text) => text.toLowerCase()
const truth = (text: string) => (['1', 'true', 'yes'].includes(fold(text)) ? '1' : '0')

export function isEqual(left: string, right: string, type: string, folded: Fold = fold): boolean {
  if (isBoolean(type)) return truth(left) === truth(right)
  if (isNumeric(type)) return left !== '' && right !== '' && Number(left) === Number(right)
  return folded(left) === folded(right)
}

/** Negative, zero, positive; numbers by value, the rest as folded text (instants sort that way too). */
export function compareValues(left: string, right: string, type: string, folded: Fold = fold): number {
  if (isNumeric(type)) return Number(left) - Number(right)
  if (isBoolean(type)) return Number(truth(left)) - Number(truth(right))
  const [a, b] = [folded(left), folded(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** How a query or a filter compares. */
export interface Manner {
  readonly caseSensitive: boolean
  /** A filter takes an empty field for less than anything; a query finds no empty field by `<` or `>`. */
  readonly emptyIsLess: boolean
}

export const QUERY_MANNER: Manner = { caseSensitive: false, emptyIsLess: false }

const not =
  (comparison: Comparison): Comparison =>
  (row, wanted, type) =>
    !comparison(row, wanted, type)

type Comparisons = Partial<Record<Operator, Comparison>>

/** Operators that need nothing but the row's value and the query's. Absent ones are handled where the query is compiled. */
function comparisons({ caseSensitive, emptyIsLess }: Manner): Comparisons {
  const folded: Fold = caseSensitive ? (text) => text : fold
  const ordered =
    (holds: (order: number) => boolean): Comparison =>
    ({ value }, wanted, type) => {
      if (wanted === '') return false
      if (value === '') return emptyIsLess && holds(-1)
      return holds(compareValues(value, wanted, type, folded))
    }
  const textual =
    (holds: (text: string, wanted: string) => boolean): Comparison =>
    (row, wanted) =>
      holds(folded(row.shown()), folded(wanted))
  const isOneOf: Comparison = ({ value }, wanted, type) =>
    wanted.split(',').some((each) => isEqual(value, each.trim(), type, folded))
  const equals: Comparison = ({ value }, wanted, type) =>
    wanted === '' ? value === '' : isEqual(value, wanted, type, folded)
  /** `BETWEENa@b`, both ends included. */
  const between: Comparison = ({ value }, wanted, type) => {
    const [low = '', high = ''] = wanted.split('@')
    return value !== '' && compareValues(value, low, type) >= 0 && compareValues(value, high, type) <= 0
  }
  /** `ONToday@start@end`: the label in front is for people. */
  const on: Comparison = (row, wanted, type) => between(row, wanted.split('@').slice(-2).join('@'), type)
  return {
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
}

const made = new Map<string, Comparisons>()

export function comparisonsOf(manner: Manner = QUERY_MANNER): Comparisons {
  const key = `${manner.caseSensitive} ${manner.emptyIsLess}`
  const known = made.get(key) ?? comparisons(manner)
  made.set(key, known)
  return known
}
