import type { JobTask, Values } from '../../job.ts'
import { stateOf } from '../records/record.ts'
import { recordAt } from '../records/record-at.ts'
import { rulesFor, runRule } from '../rules/rule-pipeline.ts'

/** What a form shows after its display rules: the values, which are stored nowhere, and what client scripts find. */
export interface DisplayOutcome {
  readonly row: Values
  readonly scratchpad: object
}

export function runDisplayRules({ record, isNew }: Extract<JobTask, { kind: 'displayRules' }>): DisplayOutcome {
  const current = recordAt(record.table, record.row)
  const state = stateOf(current)
  state.isNew = isNew
  const scratchpad = {}
  for (const rule of rulesFor(record.table)) if (rule.when === 'display') runRule(rule, { current, scratchpad })
  return { row: state.image(), scratchpad }
}
