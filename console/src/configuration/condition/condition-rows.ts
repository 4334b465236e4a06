import type { ConditionField } from '@accord/shared/schemas'
import {
  type Comparison,
  type Condition,
  needsValue,
  type Operator,
  OPERATORS,
  writeCondition,
} from './encoded-query.ts'

const OF_TEXT = OPERATORS.filter((operator) => !/[<>]/.test(operator))
const OF_NUMBER = OPERATORS.filter((operator) => !/WITH|LIKE|IN$/.test(operator))
const OF_LIST = OF_TEXT.filter((operator) => !/WITH|LIKE/.test(operator))

const OPERATORS_OF: Readonly<Record<ConditionField['type'], readonly Operator[]>> = {
  text: OF_TEXT,
  number: OF_NUMBER,
  choice: OF_LIST,
  reference: OF_LIST,
  boolean: ['='],
  time: ['>=', '<', 'ISEMPTY', 'ISNOTEMPTY'],
}

/** How its field is compared as a rule, and as it is compared now, whatever that is. */
export const operatorsOf = ({ type }: ConditionField, { operator }: Comparison): readonly Operator[] =>
  OPERATORS_OF[type].includes(operator) ? OPERATORS_OF[type] : [...OPERATORS_OF[type], operator]

/** A field that is not open, or that nobody has described: what stands in the text is shown all the same. */
export const fieldAt = (path: string, fields: readonly ConditionField[]): ConditionField =>
  fields.find((field) => field.path === path) ?? { path, label: path, type: 'text', choices: [] }

/** As it begins when somebody chooses a field; what was compared before stays where it still can. */
export function comparisonWith(field: ConditionField, { operator, value }: Comparison): Comparison {
  const [first = '='] = OPERATORS_OF[field.type]
  const begun = field.type === 'boolean' ? 'true' : ''
  return {
    path: field.path,
    operator: OPERATORS_OF[field.type].includes(operator) ? operator : first,
    value: field.type === 'text' ? value : begun,
  }
}

/** A value that would end its comparison and begin another one. */
export const breaksOut = ({ value }: Comparison): boolean => value.includes('^')

export const isWhole = (comparison: Comparison): boolean =>
  comparison.path !== '' &&
  !breaksOut(comparison) &&
  (!needsValue(comparison.operator) || comparison.value.trim() !== '')

/** What somebody has not completed yet is no part of the condition. */
export const textOfRows = (rows: Condition): string => writeCondition(rows.map((group) => group.filter(isWhole)))

/** With `change` in the place of a comparison: another one, one more beside it, or none. */
export const changeAt = (rows: Condition, at: number, place: number, change: readonly Comparison[]): Condition =>
  rows
    .map((group, row) => (row === at ? group.toSpliced(place, 1, ...change) : group))
    .filter((group) => group.length > 0)
