import type { AccessControl, AclDecision, Caller, Operation, RecordStore, Row } from '../contracts.ts'
import { AclRules, type AclRule } from './acl-rules.ts'
import { concerns, evaluateRule, isRowless, type RuleWorld, type Subject } from './evaluate-rule.ts'

export interface RecordAccessOptions extends RuleWorld {
  readonly store: RecordStore
  /** The table, its parent, its parent's parent …; nearest first. */
  readonly ancestry: (table: string) => readonly string[]
}

const allowed: AclDecision = { allowed: true, decidedBy: [] }
const refused: AclDecision = { allowed: false, decidedBy: [] }
const recordOperations = new Set<Operation>(['create', 'read', 'write', 'delete'])

/** Decides by sys_security_acl rows. What depends on the caller alone is remembered until a rule changes. */
export class RecordAccess implements AccessControl {
  readonly #world: RecordAccessOptions
  readonly #rules: AclRules
  #remembered = new Map<string, AclDecision>()
  #stamp = ''

  constructor(options: RecordAccessOptions) {
    this.#world = options
    this.#rules = new AclRules(options.store)
  }

  /** Table rules, then field rules; both must allow. */
  async decide(
    operation: Operation,
    table: string,
    row: Row | undefined,
    field: string | undefined,
    caller: Caller,
  ): Promise<AclDecision> {
    if (caller.kind === 'system') return allowed
    const concrete = row?.['sys_class_name'] || table
    const onTable = await this.#decideAt(
      tableNames(this.#world.ancestry(concrete)),
      operation,
      { table: concrete, row, field: undefined },
      caller,
    )
    if (!onTable.allowed || field === undefined) return onTable
    const onField = await this.#decideAt(
      fieldNames(this.#world.ancestry(concrete), field),
      operation,
      { table: concrete, row, field },
      caller,
    )
    return { allowed: onField.allowed, decidedBy: [...onTable.decidedBy, ...onField.decidedBy] }
  }

  async decideNamed(type: string, name: string, operation: Operation, caller: Caller): Promise<AclDecision> {
    if (caller.kind === 'system') return allowed
    const subject: Subject = { table: '', row: undefined, field: undefined }
    for (const each of [name, '*']) {
      const rules = this.#rules.at(type, operation, each)
      if (rules.length > 0) return this.#judge(rules, subject, caller)
    }
    return allowed
  }

  async decideListed(aclSysIds: readonly string[], caller: Caller): Promise<AclDecision> {
    if (caller.kind === 'system' || aclSysIds.length === 0) return allowed
    const rules = aclSysIds.flatMap((sysId) => this.#rules.find(sysId) ?? [])
    return rules.length === 0 ? refused : this.#judge(rules, { table: '', row: undefined, field: undefined }, caller)
  }

  /** The nearest name that has any rule decides; names further away are not asked. */
  async #decideAt(
    names: readonly string[],
    operation: Operation,
    subject: Subject,
    caller: Caller,
  ): Promise<AclDecision> {
    const key = this.#keyOf(names, operation, caller)
    const known = this.#remembered.get(key)
    if (known) return known
    let mayRemember = true
    for (const name of names) {
      const all = this.#rules.at('record', operation, name)
      mayRemember &&= all.every(isRowless)
      const rules = all.filter((rule) => concerns(this.#world, rule, subject, caller))
      if (rules.length === 0) continue
      const decision = await this.#judge(rules, subject, caller)
      if (mayRemember) this.#remembered.set(key, decision)
      return decision
    }
    return subject.field === undefined && recordOperations.has(operation) ? refused : allowed
  }

  /** Every deny-unless rule must hold; of the allow-if rules one is enough. */
  async #judge(rules: readonly AclRule[], subject: Subject, caller: Caller): Promise<AclDecision> {
    for (const rule of rules.filter(({ denyUnless }) => denyUnless)) {
      if (!(await evaluateRule(this.#world, rule, subject, caller))) return { allowed: false, decidedBy: [rule.sysId] }
    }
    const allowIf = rules.filter(({ denyUnless }) => !denyUnless)
    for (const rule of allowIf) {
      if (await evaluateRule(this.#world, rule, subject, caller)) return { allowed: true, decidedBy: [rule.sysId] }
    }
    return { allowed: allowIf.length === 0, decidedBy: rules.map(({ sysId }) => sysId) }
  }

  #keyOf(names: readonly string[], operation: Operation, caller: Caller): string {
    const stamp = this.#rules.stamp()
    if (stamp !== this.#stamp) {
      this.#stamp = stamp
      this.#remembered = new Map()
    }
    return [operation, names[0], caller.kind, caller.userSysId, ...caller.roles].join('\n')
  }
}

const tableNames = (ancestry: readonly string[]) => [...ancestry, '*']

/** `table.field`, `parent.field`, `*.field`, then the same with `.*`. */
function fieldNames(ancestry: readonly string[], field: string): readonly string[] {
  const tables = tableNames(ancestry)
  return [...tables.map((table) => `${table}.${field}`), ...tables.map((table) => `${table}.*`)]
}
