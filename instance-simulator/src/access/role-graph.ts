import type { RecordStore, Row } from '../contracts.ts'
import { systemCaller } from './system-callers.ts'

/** Which role names a user has, contained ones and those of groups resolved. Remembers until one of the tables changes. */
export class RoleGraph {
  readonly #store: RecordStore
  #stamp = ''
  #ofUser = new Map<string, ReadonlySet<string>>()

  constructor(store: RecordStore) {
    this.#store = store
  }

  rolesOf(userSysId: string): ReadonlySet<string> {
    const stamp = watched.map((table) => this.#store.revision(table)).join('.')
    if (stamp !== this.#stamp) {
      this.#stamp = stamp
      this.#ofUser = new Map()
    }
    const known = this.#ofUser.get(userSysId)
    if (known) return known
    const roles = this.#resolve(userSysId)
    this.#ofUser.set(userSysId, roles)
    return roles
  }

  #resolve(userSysId: string): ReadonlySet<string> {
    const groups = this.#rows('sys_user_grmember', `user=${userSysId}`).map((row) => row['group'] ?? '')
    const granted = [
      ...this.#rows('sys_user_has_role', `user=${userSysId}`),
      ...groups.flatMap((group) => this.#rows('sys_group_has_role', `group=${group}^inherits=true`)),
    ].map((row) => row['role'] ?? '')
    return new Set(
      [...this.#closure(granted)].flatMap((role) => this.#store.find('sys_user_role', role)?.['name'] ?? []),
    )
  }

  /** Roles contain roles; a circle does no harm. */
  #closure(roles: readonly string[]): ReadonlySet<string> {
    const seen = new Set<string>()
    const waiting = [...roles]
    for (let role = waiting.pop(); role !== undefined; role = waiting.pop()) {
      if (seen.has(role)) continue
      seen.add(role)
      waiting.push(...this.#rows('sys_user_role_contains', `role=${role}`).map((row) => row['contains'] ?? ''))
    }
    return seen
  }

  #rows(table: string, encoded: string): readonly Row[] {
    return this.#store.query(table, { encoded }, systemCaller)
  }
}

const watched = [
  'sys_user_grmember',
  'sys_user_has_role',
  'sys_group_has_role',
  'sys_user_role',
  'sys_user_role_contains',
]
