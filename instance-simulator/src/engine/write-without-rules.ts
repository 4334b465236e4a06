import type { Caller, EngineParts, Mutation, Row } from '../contracts.ts'
import type { Audit } from './audit.ts'
import { remainingMs } from './remaining-time.ts'

interface Write {
  readonly kind: Mutation
  readonly table: string
  /** Empty for a new row. */
  readonly sysId: string
  readonly values: Row
}

/** Where there is nothing to run: straight to the store. Throws where the caller's transaction is over. */
export function writeWithoutRules(
  { store, timing }: EngineParts,
  audit: Audit,
  { kind, table, sysId, values }: Write,
  caller: Caller,
): Row {
  remainingMs(caller, timing)
  if (kind === 'insert') return store.insert(table, values, caller)
  const before = store.find(table, sysId)
  if (!before) throw new Error(`No record found: ${table} ${sysId}`)
  const concrete = before['sys_class_name'] || table
  if (kind === 'update') {
    const after = store.update(table, sysId, values, caller) ?? before
    audit.updated(concrete, { before, after, values }, caller)
    return after
  }
  audit.deleted(concrete, before, caller)
  store.remove(table, sysId, caller)
  return before
}
