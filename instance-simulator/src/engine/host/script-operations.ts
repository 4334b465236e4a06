import { firstRow, isOn, rowsOf, scopeOf } from '../metadata.ts'
import type { RecordImage, RuleText } from '../job.ts'
import { findModule } from './find-module.ts'
import { text, type HostOperation } from './questions.ts'

interface QueuedRule {
  readonly rule: RuleText
  readonly current: RecordImage
}

export const SCRIPT_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'module.load': ({ parts: { store } }, question) => {
    const module = findModule(store, text(question, 'path'), text(question, 'from'))
    if (!module) return null
    const path = module['path'] ?? ''
    const scope = path.split('/')[0] ?? 'global'
    return { sysId: module['sys_id'], path, scope, content: module['content'] ?? '' }
  },
  'scriptInclude.find': ({ parts: { store } }, question) => {
    const { scope, name } = { scope: text(question, 'scope'), name: text(question, 'name') }
    const named = rowsOf(store, 'sys_script_include', `name=${name}`)
    const include = named.find((row) => isOn(row['active']) && scopeOf(store, row) === scope)
    if (!include) return null
    const from = text(question, 'from')
    if (from !== scope && include['access'] !== 'public')
      throw new Error(
        `Illegal access to private script include ${name} in scope ${scope} being called from scope ${from}`,
      )
    return { sysId: include['sys_id'], name, scope, source: include['script'] ?? '' }
  },
  'scope.exists': ({ parts: { store } }, question) =>
    firstRow(store, 'sys_scope', `scope=${text(question, 'scope')}`) !== undefined,
  'scope.id': ({ parts: { store } }, question) =>
    firstRow(store, 'sys_scope', `scope=${text(question, 'scope')}`)?.['sys_id'] ?? 'global',
  'rules.for': ({ rulesFor }, question) => rulesFor(text(question, 'table')),
  'policies.for': ({ policiesFor }, question) => policiesFor(text(question, 'table')),
  'rules.queueAsync': (desk, question) => {
    const { rule, current } = question as unknown as QueuedRule
    desk.queueAsync(rule, current)
    return null
  },
  'ledger.executed': ({ parts }, question) => {
    parts.ledger.executed(text(question, 'table'), text(question, 'sysId'))
    return null
  },
  'ledger.notSimulated': ({ parts }, question) => {
    try {
      parts.ledger.notSimulated(text(question, 'what'))
    } catch {
      // The ledger throws by contract; the script throws its own, in its own realm.
    }
    return null
  },
}
