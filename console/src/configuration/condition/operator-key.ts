import type { ConditionField } from '@accord/shared/schemas'
import type { Operator } from './encoded-query.ts'

/** Its texts are named by the operator itself; of a time nobody says that it is at least something. */
export function operatorKey(operator: Operator, type: ConditionField['type']) {
  if (type === 'time' && operator === '>=') return 'since' as const
  return type === 'time' && operator === '<' ? ('before' as const) : operator
}
