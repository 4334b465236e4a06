import type { Caller, RecordStore, Row } from '../contracts.ts'

/** Reading application files: rows of sys_* tables, as the engine itself. */
export const ENGINE_CALLER: Caller = { kind: 'system', userSysId: '', userName: 'system', roles: new Set(['admin']) }

/** A boolean of a row; packages say "true", the store "1". */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

export function rowsOf(
  store: RecordStore,
  table: string,
  encoded: string,
  orderBy: readonly string[] = [],
): readonly Row[] {
  if (!store.findTable(table)) return []
  const order = orderBy.map((field) => ({ field, descending: false }))
  return store.query(table, { encoded, orderBy: order }, ENGINE_CALLER)
}

/** Events that wait in the table for their time. */
export const scheduledEvents = (store: RecordStore): readonly Row[] =>
  rowsOf(store, 'sysevent', 'state=ready^process_onISNOTEMPTY', ['process_on'])

export const firstRow = (store: RecordStore, table: string, encoded: string): Row | undefined =>
  rowsOf(store, table, encoded)[0]

/** `x_app` of an application file; `global` when it has no application. */
export function scopeOf(store: RecordStore, file: Row): string {
  const id = file['sys_scope'] ?? ''
  const scope =
    id === '' || !store.findTable('sys_scope') ? undefined : (store.find('sys_scope', id) ?? appOf(store, id))
  return scope?.['scope'] || 'global'
}
const appOf = (store: RecordStore, id: string) => (store.findTable('sys_app') ? store.find('sys_app', id) : undefined)

/** Table, parent, grandparent, … */
export function lineageOf(store: RecordStore, table: string): string[] {
  const names: string[] = []
  for (let name: string | undefined = table; name !== undefined && name !== ''; name = store.findTable(name)?.parent)
    names.push(name)
  return names
}

/** Names of a comma list of roles, given as names or sys_ids. */
export function roleNames(store: RecordStore, list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (/^[0-9a-f]{32}$/.test(part) ? (store.find('sys_user_role', part)?.['name'] ?? part) : part))
}

export const hasAnyRole = (caller: Caller, roles: readonly string[]): boolean =>
  roles.length === 0 ||
  caller.kind === 'system' ||
  caller.roles.has('admin') ||
  roles.some((role) => caller.roles.has(role) || role === 'public')
