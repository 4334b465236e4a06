import type { Caller, RecordStore, Row, ScriptEngine } from '../contracts.ts'
import type { AclRule } from './acl-rules.ts'

export interface RuleWorld {
  readonly store: RecordStore
  readonly engine: () => ScriptEngine
  notSimulated(what: string): never
}

/** What is being decided about: a row (perhaps unsaved) and perhaps one of its fields. */
export interface Subject {
  readonly table: string
  readonly row: Row | undefined
  readonly field: string | undefined
}

/** Does the answer depend on nothing but the caller? Then it may be remembered for all rows. */
export const isRowless = (rule: AclRule) => rule.condition === '' && !rule.hasScript && rule.appliesTo === ''

/** Roles ∧ security attribute ∧ condition ∧ script, in this order; a rule without any of them passes for nobody. */
export function evaluateRule(
  world: RuleWorld,
  rule: AclRule,
  subject: Subject,
  caller: Caller,
): boolean | Promise<boolean> {
  if (rule.adminOverrides && caller.roles.has('admin')) return true
  if (rule.roles.length === 0 && rule.condition === '' && !rule.hasScript && rule.attribute === '') return false
  if (rule.roles.length > 0 && !rule.roles.some((role) => caller.roles.has(role))) return false
  if (!holdsAttribute(world, rule, caller)) return false
  const { table, row, field } = subject
  if (rule.condition !== '' && !world.store.matches(table, rule.condition, row ?? {}, undefined, caller)) return false
  if (!rule.hasScript) return true
  return world.engine().evaluateAcl(rule.sysId, table, row, field, caller)
}

/** Attributes that every instance has, by the ids that the SDK writes for them. */
const OF_THE_PLATFORM: Readonly<Record<string, string>> = {
  '239bdf0c47d23110ba46ff58936d4330': 'UserIsAuthenticated',
  '8637f144b732111074f706dd1e11a981': 'HasAdminRole',
}

function holdsAttribute(world: RuleWorld, { attribute }: AclRule, caller: Caller): boolean {
  if (attribute === '') return true
  const name =
    OF_THE_PLATFORM[attribute] ?? world.store.find('sys_security_attribute', attribute)?.['name'] ?? attribute
  if (name === 'user_is_authenticated' || name === 'UserIsAuthenticated') return caller.kind === 'user'
  if (name === 'has_admin_role' || name === 'HasAdminRole') return caller.roles.has('admin')
  return world.notSimulated(`security attribute ${attribute}`)
}

/** `applies_to` narrows a rule to some rows: elsewhere it is as if it were not there. */
export const concerns = (world: RuleWorld, rule: AclRule, subject: Subject, caller: Caller) =>
  rule.appliesTo === '' || world.store.matches(subject.table, rule.appliesTo, subject.row ?? {}, undefined, caller)
