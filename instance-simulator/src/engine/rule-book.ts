import type { EngineParts, Row } from '../contracts.ts'
import type { RuleText } from './job.ts'
import { isOn, lineageOf, roleNames, rowsOf, scopeOf } from './metadata.ts'

const PHASES = new Set(['before', 'after', 'async', 'async_always', 'display'])
/** Today's form offers `async_always` under the name *async*, which is what the SDK writes; `async` stands in older rules. */
const ASYNC = new Set(['async', 'async_always'])
const MUTATIONS = ['insert', 'update', 'delete', 'query'] as const

/** `field=x^EQ`: the condition builder's end mark is not a condition. */
const withoutEnd = (encoded: string | undefined) => (encoded ?? '').replace(/\^?EQ$/, '')

function ruleText({ store }: EngineParts, row: Row): RuleText {
  const sysId = row['sys_id'] ?? ''
  return {
    sysId,
    name: `sys_script.${sysId}`,
    label: row['name'] ?? '',
    scope: scopeOf(store, row),
    source: row['script'] ?? '',
    when: row['when'] ?? 'before',
    order: Number(row['order'] || 100),
    on: MUTATIONS.filter((mutation) => isOn(row[`action_${mutation}`])),
    filter: withoutEnd(row['filter_condition']),
    condition: row['condition'] ?? '',
    roles: roleNames(store, row['role_conditions']),
    abort: isOn(row['abort_action']),
    message: isOn(row['add_message']) ? (row['message'] ?? '') : '',
    template: withoutEnd(row['template']),
  }
}

/** Kinds of rules that never run here stand on the coverage page with the reason. */
function refuseUnsimulated({ ledger }: EngineParts, rules: readonly RuleText[]): void {
  for (const { sysId, when, on } of rules) {
    if (on.includes('query') && when !== 'before' && when !== 'display')
      ledger.refused('sys_script', sysId, `not simulated: business rules that run ${when} a query`)
    else if (!PHASES.has(when)) ledger.refused('sys_script', sysId, `not simulated: business rules that run ${when}`)
  }
}

/**
 * On a table of another scope an application may have two kinds of rules only: `async` with a script, or `before` that sets
 * field values. Anything else does not run, and the coverage page says so.
 */
function mayRunOn({ ledger, store }: EngineParts, rule: RuleText, collection: string): boolean {
  const { scope, when, on, sysId } = rule
  if (scope === 'global' || scope === store.findTable(collection)?.scope) return true
  const setsValues = when === 'before' && rule.source.trim() === '' && rule.condition === '' && !rule.abort
  if ((ASYNC.has(when) || setsValues) && !on.includes('query')) return true
  ledger.refused(
    'sys_script',
    sysId,
    `the platform runs no ${when} rule of ${scope} on ${collection}, a table of another scope, but async ones and before ones that only set field values`,
  )
  return false
}

/** Active business rules of a table and its parents, in order; read again when sys_script has changed. */
export function createRuleBook(parts: EngineParts): (table: string) => readonly RuleText[] {
  const known = new Map<string, readonly RuleText[]>()
  let revision = -1
  return (table) => {
    if (!parts.store.findTable('sys_script')) return []
    const now = parts.store.revision('sys_script')
    if (now !== revision) known.clear()
    revision = now
    const remembered = known.get(table)
    if (remembered) return remembered
    const collections = lineageOf(parts.store, table).join(',')
    const rules = rowsOf(parts.store, 'sys_script', `collectionIN${collections}`)
      .filter((row) => isOn(row['active']))
      .map((row) => ({ rule: ruleText(parts, row), collection: row['collection'] ?? '' }))
      .filter(({ rule, collection }) => mayRunOn(parts, rule, collection))
      .map(({ rule }) => rule)
      .filter(({ scope }) => parts.settings.scopeAllowlist?.has(scope) ?? true)
      .toSorted((a, b) => a.order - b.order)
    refuseUnsimulated(parts, rules)
    known.set(table, rules)
    return rules
  }
}
