import { systemCaller } from '../../access/system-callers.ts'
import type { MemoryStore } from '../record-store.ts'
import { idOf, type SimulatedUser } from './seed-people.ts'

/**
 * Gives people the roles they were declared with, as far as these exist: a role of an application is there only once its package
 * is, so this runs at start-up and after every installation.
 */
export function grantRoles(store: MemoryStore, users: readonly SimulatedUser[]): void {
  store.atomically(() => {
    for (const user of users) {
      const person = store.rows.first('sys_user', (row) => row['user_name'] === user.userName)
      const sysId = person?.['sys_id'] ?? idOf('sys_user', user.userName)
      for (const name of ['snc_internal', ...user.roles]) grantRole(store, sysId, name)
    }
  })
}

function grantRole(store: MemoryStore, user: string, name: string): void {
  const role = store.rows.first('sys_user_role', (row) => row['name'] === name)?.['sys_id']
  if (role === undefined) return
  if (store.rows.first('sys_user_has_role', (row) => row['user'] === user && row['role'] === role)) return
  store.insert('sys_user_has_role', { user, role }, systemCaller)
}
