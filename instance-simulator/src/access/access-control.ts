import type { AccessControl, AclDecision, Caller, Operation, RecordStore, Row } from '../contracts.ts'
import { AclRules, type AclRule } from './acl-rules.ts'
import { concerns, evaluateRule, isRowless, type RuleWorld, type Subject } from './evaluate-rule.ts'

export interface RecordAccessOptions extends RuleWorld {
  readonly store: RecordStore
  /** The table, its parent, its parent's parent …; nearest first. */
  readonly ancestry: (table: string) => readonly string[]
  /** Grows with every write to any table. */
  readonly writes: () => number
}

const allowed: AclDecision = { allowed: true, decidedBy: [] }
const refused: AclDecision = { allowed: false, decidedBy: [] }
const recordOperations = new Set<Operation>(['create', 'read', 'write', 'delete'])

/** Decides by sys_security_acl rows. What depends on the caller alone is remembered until a rule changes. */
export class RecordAccess implements AccessControl {
  readonly #world: RecordAccessOptions
  readonly #rules: AclRules
  #remembered = new WeakMap<ReadonlySet<string>, Map<string, AclDecision>>()
  #stamp = ''

  constructor(options: RecordAccessOptions) {
    this.#world = options
    this.#rules = new AclRules(options.store, options.writes)
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
    const subject = { table: row?.['sys_class_name'] || table, row, field: undefined }
    const onTable = this.#recall(operation, subject, caller) ?? (await this.#decideAt(operation, subject, caller))
    if (!onTable.allowed || field === undefined) return onTable
    const onField = await this.decideField(operation, table, row, field, caller)
    return { allowed: onField.allowed, decidedBy: [...onTable.decidedBy, ...onField.decidedBy] }
  }

  /** The field rules alone, for whoever has asked about the row already. */
  async decideField(
    operation: Operation,
    table: string,
    row: Row | undefined,
    field: string,
    caller: Caller,
  ): Promise<AclDecision> {
    if (caller.kind === 'system') return allowed
    const subject = { table: row?.['sys_class_name'] || table, row, field }
    return this.#recall(operation, subject, caller) ?? (await this.#decideAt(operation, subject, caller))
  }

  async decideNamed(type: string, name: string, operation: Operation, caller: Caller): Promise<AclDecision> {
    if (caller.kind === 'system') return allowed
    const subject: Subject = { table: '', row: undefined, field: undefined }
    for (const each of [name, '*']) {
      const rules = this.#rules.at(type, operation, each)
      if (rules.length > 0) return this.#evaluate(rules, subject, caller)
    }
    return allowed
  }

  async decideListed(aclSysIds: readonly string[], caller: Caller): Promise<AclDecision> {
    if (caller.kind === 'system' || aclSysIds.length === 0) return allowed
    const rules = aclSysIds.flatMap((sysId) => this.#rules.find(sysId) ?? [])
    return rules.length === 0 ? refused : this.#evaluate(rules, { table: '', row: undefined, field: undefined }, caller)
  }

  /** The nearest name that has any rule decides; names further away are not asked. */
  async #decideAt(operation: Operation, subject: Subject, caller: Caller): Promise<AclDecision> {
    let mayRemember = true
    for (const name of namesOf(this.#world.ancestry(subject.table), subject.field)) {
      const all = this.#rules.at('record', operation, name)
      mayRemember &&= all.every(isRowless)
      const rules = all.filter((rule) => concerns(this.#world, rule, subject, caller))
      if (rules.length === 0) continue
      const decision = await this.#evaluate(rules, subject, caller)
      return mayRemember ? this.#remember(operation, subject, caller, decision) : decision
    }
    const decision = subject.field === undefined && recordOperations.has(operation) ? refused : allowed
    return mayRemember ? this.#remember(operation, subject, caller, decision) : decision
  }

  /** Every deny-unless rule must hold; of the allow-if rules one is enough. */
  async #evaluate(rules: readonly AclRule[], subject: Subject, caller: Caller): Promise<AclDecision> {
    for (const rule of rules.filter(({ denyUnless }) => denyUnless)) {
      if (!(await evaluateRule(this.#world, rule, subject, caller))) return { allowed: false, decidedBy: [rule.sysId] }
    }
    const allowIf = rules.filter(({ denyUnless }) => !denyUnless)
    for (const rule of allowIf) {
      if (await evaluateRule(this.#world, rule, subject, caller)) return { allowed: true, decidedBy: [rule.sysId] }
    }
    return { allowed: allowIf.length === 0, decidedBy: rules.map(({ sysId }) => sysId) }
  }

  /** By the caller's set of roles, which is the same object until somebody's roles change. */
  #memoryOf(caller: Caller): Map<string, AclDecision> {
    const stamp = this.#rules.stamp()
    if (stamp !== this.#stamp) {
      this.#stamp = stamp
      this.#remembered = new WeakMap()
    }
    const known = this.#remembered.get(caller.roles)
    if (known) return known
    const fresh = new Map<string, AclDecision>()
    this.#remembered.set(caller.roles, fresh)
    return fresh
  }

  #recall(operation: Operation, { table, field }: Subject, caller: Caller): AclDecision | undefined {
    return this.#memoryOf(caller).get(`${operation} ${table}.${field ?? ''}`)
  }

  #remember(operation: Operation, { table, field }: Subject, caller: Caller, decision: AclDecision): AclDecision {
    this.#memoryOf(caller).set(`${operation} ${table}.${field ?? ''}`, decision)
    return decision
  }
}

/** For a table: it, its parents, `*`. For a field: `table.field`, `parent.field`, `*.field`, then the same with `.*`. */
function namesOf(ancestry: readonly string[], field: string | undefined): readonly string[] {
  const tables = [...ancestry, '*']
  if (field === undefined) return tables
  return [...tables.map((table) => `${table}.${field}`), ...tables.map((table) => `${table}.*`)]
}
