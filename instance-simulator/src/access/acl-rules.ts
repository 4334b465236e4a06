import type { Operation, RecordStore, Row } from '../contracts.ts'
import { systemCaller } from './system-callers.ts'

/** One active sys_security_acl with its roles, as the decision needs it. */
export interface AclRule {
  readonly sysId: string
  readonly name: string
  readonly operation: string
  readonly type: string
  /** Any of them will do; a role that does not exist is one that nobody has. */
  readonly roles: readonly string[]
  readonly condition: string
  readonly hasScript: boolean
  readonly appliesTo: string
  readonly attribute: string
  readonly adminOverrides: boolean
  readonly denyUnless: boolean
}

const watched = ['sys_security_acl', 'sys_security_acl_role', 'sys_user_role']

/** All active rules by type, operation and name; read once per change of the tables. */
export class AclRules {
  readonly #store: RecordStore
  readonly #writes: () => number
  #stamp = ''
  #stampedAt = -1
  #readFor = ''
  #byPlace = new Map<string, AclRule[]>()
  #byId = new Map<string, AclRule>()

  /** `writes` grows with every write to any table: while it stands still nothing needs looking at. */
  constructor(store: RecordStore, writes: () => number) {
    this.#store = store
    this.#writes = writes
  }

  /** Changes whenever a rule has changed. */
  stamp(): string {
    const writes = this.#writes()
    if (writes === this.#stampedAt) return this.#stamp
    this.#stampedAt = writes
    this.#stamp = watched.map((table) => this.#store.revision(table)).join('.')
    return this.#stamp
  }

  at(type: string, operation: Operation, name: string): readonly AclRule[] {
    this.#refresh()
    return this.#byPlace.get(place(type, operation, name)) ?? []
  }

  find(sysId: string): AclRule | undefined {
    this.#refresh()
    return this.#byId.get(sysId)
  }

  #refresh(): void {
    const stamp = this.stamp()
    if (stamp === this.#readFor) return
    this.#readFor = stamp
    this.#byPlace = new Map()
    this.#byId = new Map()
    const roles = this.#rolesByAcl()
    for (const row of this.#store.query('sys_security_acl', { encoded: 'active=true' }, systemCaller)) {
      const rule = toRule(row, roles.get(row['sys_id'] ?? '') ?? [])
      const key = place(rule.type, rule.operation, rule.name)
      this.#byPlace.set(key, [...(this.#byPlace.get(key) ?? []), rule])
      this.#byId.set(rule.sysId, rule)
    }
  }

  #rolesByAcl(): ReadonlyMap<string, string[]> {
    const roles = new Map<string, string[]>()
    for (const link of this.#store.query('sys_security_acl_role', {}, systemCaller)) {
      const acl = link['sys_security_acl'] ?? ''
      const role =
        this.#store.find('sys_user_role', link['sys_user_role'] ?? '')?.['name'] ??
        `missing role ${link['sys_user_role']}`
      roles.set(acl, [...(roles.get(acl) ?? []), role])
    }
    return roles
  }
}

const place = (type: string, operation: string, name: string) => `${type.toLowerCase()}\n${operation}\n${name}`

function toRule(row: Row, roles: readonly string[]): AclRule {
  return {
    sysId: row['sys_id'] ?? '',
    name: row['name'] ?? '',
    operation: row['operation'] ?? '',
    type: row['type'] || 'record',
    roles,
    condition: row['condition'] ?? '',
    hasScript: row['advanced'] === '1' && (row['script'] ?? '').trim() !== '',
    appliesTo: row['applies_to'] ?? '',
    attribute: row['security_attribute'] ?? '',
    adminOverrides: row['admin_overrides'] === '1',
    denyUnless: row['decision_type'] === 'deny',
  }
}
