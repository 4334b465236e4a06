import { randomUUID } from 'node:crypto'
import { systemCaller } from '../access/system-callers.ts'
import type { RecordStore } from '../contracts.ts'
import { isHttpFault, type FaultKind, type FaultRequest } from './fault-kinds.ts'

export interface ActiveFault extends FaultRequest {
  readonly id: string
  /** How often an HTTP fault has struck. */
  readonly struck: number
}

/**
 * The faults that are on. HTTP faults strike in front of everything; an aborting rule and a denying ACL are real records of the
 * instance, so they reach scripts, forms and the Table API alike.
 */
export class Faults {
  readonly #store: RecordStore
  readonly #active = new Map<string, ActiveFault>()

  constructor(store: RecordStore) {
    this.#store = store
  }

  add(request: FaultRequest): string {
    const id = isHttpFault(request.kind) ? randomUUID().replaceAll('-', '') : this.#insertRecord(request)
    this.#active.set(id, { ...request, id, struck: 0 })
    return id
  }

  remove(id: string): boolean {
    const fault = this.#active.get(id)
    if (fault?.kind === 'abortingRule') this.#store.remove('sys_script', id, systemCaller)
    if (fault?.kind === 'aclDeny') this.#store.remove('sys_security_acl', id, systemCaller)
    return this.#active.delete(id)
  }

  clear(): void {
    for (const id of this.#active.keys()) this.remove(id)
  }

  list(): readonly ActiveFault[] {
    return [...this.#active.values()]
  }

  /** The HTTP faults that strike this request; their counts go down. */
  strike(method: string, path: string, isMeant = isHttpFault as (kind: FaultKind) => boolean): readonly ActiveFault[] {
    const struck = this.list().filter((fault) => isMeant(fault.kind) && concerns(fault, method, path))
    for (const fault of struck) {
      if (fault.count !== undefined && fault.struck + 1 >= fault.count) this.#active.delete(fault.id)
      else this.#active.set(fault.id, { ...fault, struck: fault.struck + 1 })
    }
    return struck
  }

  #insertRecord(request: FaultRequest): string {
    const table = request.table ?? ''
    const row =
      request.kind === 'abortingRule'
        ? this.#store.insert('sys_script', abortingRule(table, request.message), systemCaller)
        : this.#store.insert('sys_security_acl', denyingAcl(table, request), systemCaller)
    return row['sys_id'] ?? ''
  }
}

const concerns = (fault: FaultRequest, method: string, path: string) =>
  path.startsWith(fault.path ?? '/') && (fault.method === undefined || fault.method.toUpperCase() === method)

const abortingRule = (table: string, message = 'Refused by a simulated fault') => ({
  name: 'Simulated fault',
  sys_name: 'Simulated fault',
  collection: table,
  when: 'before',
  order: '-1000',
  active: 'true',
  advanced: 'true',
  action_insert: 'true',
  action_update: 'true',
  action_delete: 'true',
  script: `gs.addErrorMessage(${JSON.stringify(message)});\ncurrent.setAbortAction(true);`,
})

/** A deny-unless rule that wants a role nobody has. */
const denyingAcl = (table: string, request: FaultRequest) => ({
  name: request.field === undefined ? table : `${table}.${request.field}`,
  type: 'record',
  operation: request.operation ?? 'write',
  active: 'true',
  admin_overrides: 'false',
  decision_type: 'deny',
  description: 'Simulated fault',
})
