import type { EngineParts, Row } from '../contracts.ts'
import type { PolicyRule, PolicyText } from './job.ts'
import { isOn, lineageOf, rowsOf, scopeOf } from './metadata.ts'

export const POLICIES = 'sys_data_policy2'
export const POLICY_RULES = 'sys_data_policy_rule'

/** Choices of a rule; whatever is neither leaves the field alone. */
const choiceOf = (value: string | undefined): boolean | undefined =>
  value === 'true' ? true : value === 'false' ? false : undefined

/** A policy makes no field mandatory on a table of another scope; read only it may make it. */
function ruleOf({ ledger }: EngineParts, row: Row, isForeign: boolean): PolicyRule[] {
  const { field = '', sys_id: sysId = '' } = row
  if (field.includes('.')) {
    ledger.refused(POLICY_RULES, sysId, 'not simulated: data policy rules on a field of a referenced record')
    return []
  }
  const mandatory = isForeign ? undefined : choiceOf(row['mandatory'])
  const readOnly = choiceOf(row['disabled'])
  return [{ field, ...(mandatory === undefined ? {} : { mandatory }), ...(readOnly === undefined ? {} : { readOnly }) }]
}

/** Active data policies of a table, and those of its parents that are inherited; read again when one has changed. */
export function createPolicyBook(parts: EngineParts): (table: string) => readonly PolicyText[] {
  const { store } = parts
  const known = new Map<string, readonly PolicyText[]>()
  let revision = ''
  const policyOf = (policy: Row, table: string): PolicyText => {
    const isForeign = scopeOf(store, policy) !== (store.findTable(table)?.scope || 'global')
    const rows = rowsOf(store, POLICY_RULES, `sys_data_policy=${policy['sys_id'] ?? ''}`)
    return {
      conditions: (policy['conditions'] ?? '').replace(/\^?EQ$/, ''),
      reverseIfFalse: isOn(policy['reverse_if_false']),
      rules: rows.flatMap((row) => ruleOf(parts, row, isForeign)),
    }
  }
  return (table) => {
    if (!store.findTable(POLICIES)) return []
    const now = `${store.revision(POLICIES)}.${store.revision(POLICY_RULES)}`
    if (now !== revision) known.clear()
    revision = now
    const remembered = known.get(table)
    if (remembered) return remembered
    const policies = rowsOf(store, POLICIES, `model_tableIN${lineageOf(store, table).join(',')}`)
      .filter((row) => isOn(row['active']) && (row['model_table'] === table || isOn(row['inherit'])))
      .map((row) => policyOf(row, table))
    known.set(table, policies)
    return policies
  }
}
