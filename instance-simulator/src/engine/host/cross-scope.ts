import type { EngineParts, Row } from '../../contracts.ts'
import { ENGINE_CALLER, firstRow, isOn } from '../metadata.ts'
import { text, type HostOperation } from './questions.ts'

/** What a script of one application wants to do with something of another. */
export interface Reach {
  readonly scope: string
  readonly table: string
  readonly operation: 'read' | 'create' | 'write' | 'delete'
}

interface Verdict {
  readonly allowed: boolean
  /** For the log, in the platform's words. */
  readonly message?: string
}

const FLAGS = { read: 'read_access', create: 'create_access', write: 'update_access', delete: 'delete_access' } as const
const WORDS = { read: 'Read', create: 'Create', write: 'Write', delete: 'Delete' } as const
/** sys_db_object.caller_access and the states of sys_restricted_caller_access. */
const CALLER = { tracking: '1', restriction: '2' } as const
const CALLER_STATUS = { requested: '1', allowed: '2' } as const

const ALLOWED: Verdict = { allowed: true }
const refused = (message: string): Verdict => ({ allowed: false, message })

const byPolicy = ({ scope, table, operation }: Reach): Verdict =>
  refused(
    `Security restricted: ${WORDS[operation]} operation against '${table}' from scope '${scope}' has been refused due to the table's cross-scope access policy`,
  )
const byPrivilege = ({ scope, table, operation }: Reach, name: string): Verdict =>
  refused(
    `Security restricted: ${WORDS[operation]} operation on table '${table}' from scope '${scope}' was denied. The application '${name}' must declare a cross scope access privilege`,
  )

/** Restricted callers: an application that asks is written down, and waits for somebody to allow it where the table says so. */
function askCallerAccess({ store }: EngineParts, reach: Reach, table: Row, source: Row, target: string): Verdict {
  const mode = table['caller_access'] ?? ''
  if (mode !== CALLER.tracking && mode !== CALLER.restriction) return ALLOWED
  const known = firstRow(
    store,
    'sys_restricted_caller_access',
    `source_scope=${source['sys_id']}^target=${table['sys_id']}^operation=${reach.operation}`,
  )
  const status = known?.['status'] ?? (mode === CALLER.tracking ? CALLER_STATUS.allowed : CALLER_STATUS.requested)
  if (!known) {
    const values = {
      source_scope: source['sys_id'] ?? '', target_scope: target, target_type: 'sys_db_object', target: table['sys_id'] ?? '',
      operation: reach.operation, status,
    } // prettier-ignore
    store.insert('sys_restricted_caller_access', values, ENGINE_CALLER)
  }
  return status === CALLER_STATUS.allowed ? ALLOWED : byPolicy(reach)
}

/** Runtime access tracking of the application that asks: what it reaches is allowed and written down, or asked for first. */
function askPrivilege({ store, log }: EngineParts, reach: Reach, source: Row, target: string): Verdict {
  const tracking = source['runtime_access_tracking'] ?? ''
  if (tracking !== 'permissive' && tracking !== 'enforcing') return ALLOWED
  const { table, operation, scope } = reach
  const what = `target_name=${table}^target_type=sys_db_object^operation=${operation}`
  const known = firstRow(store, 'sys_scope_privilege', `source_scope=${source['sys_id']}^${what}`)
  const status = known?.['status'] ?? (tracking === 'permissive' ? 'allowed' : 'requested')
  if (!known) {
    const values = {
      source_scope: source['sys_id'] ?? '', target_scope: target, target_name: table, target_type: 'sys_db_object', operation, status,
      sys_scope: source['sys_id'] ?? '', sys_name: table,
    } // prettier-ignore
    store.insert('sys_scope_privilege', values, ENGINE_CALLER)
    if (status === 'allowed')
      log('info', `Security restricted: ${WORDS[operation]} operation on table '${table}' from scope '${scope}' was granted`)
  }
  return status === 'allowed' ? ALLOWED : byPrivilege(reach, source['name'] ?? scope)
} // prettier-ignore

/** May a script of this scope do this to that table? Own tables always; others as their application access and the privileges say. */
export function mayReach(parts: EngineParts, reach: Reach): Verdict {
  const { store } = parts
  const definition = store.findTable(reach.table)
  const targetScope = definition?.scope || 'global'
  if (!definition || targetScope === reach.scope) return ALLOWED
  const table = firstRow(store, 'sys_db_object', `name=${reach.table}`)
  if (!table) return ALLOWED
  if (table['access'] === 'package_private' || !isOn(table[FLAGS[reach.operation]])) return byPolicy(reach)
  const source = firstRow(store, 'sys_scope', `scope=${reach.scope}`)
  if (!source || reach.scope === 'global') return ALLOWED
  const target = firstRow(store, 'sys_scope', `scope=${targetScope}`)?.['sys_id'] ?? targetScope
  const byCaller = askCallerAccess(parts, reach, table, source, target)
  return byCaller.allowed ? askPrivilege(parts, reach, source, target) : byCaller
}

export const CROSS_SCOPE_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'scope.mayReach': ({ parts }, question) => {
    const operation = text(question, 'operation') as Reach['operation']
    return mayReach(parts, { scope: text(question, 'scope'), table: text(question, 'table'), operation })
  },
}
