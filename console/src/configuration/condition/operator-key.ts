import type { ConditionField } from '@accord/shared/schemas'
import type { Operator } from './encoded-query.ts'

const KEYS = {
  '=': 'is',
  '!=': 'isNot',
  LIKE: 'contains',
  'NOT LIKE': 'containsNot',
  STARTSWITH: 'startsWith',
  ENDSWITH: 'endsWith',
  '<': 'lessThan',
  '<=': 'atMost',
  '>': 'moreThan',
  '>=': 'atLeast',
  IN: 'oneOf',
  'NOT IN': 'noneOf',
  ISEMPTY: 'isEmpty',
  ISNOTEMPTY: 'isNotEmpty',
} as const satisfies Readonly<Record<Operator, string>>

/** Of a time nobody says that it is at least something. */
export function operatorKey(operator: Operator, type: ConditionField['type']) {
  if (type === 'time' && operator === '>=') return 'since' as const
  return type === 'time' && operator === '<' ? ('before' as const) : KEYS[operator]
}
