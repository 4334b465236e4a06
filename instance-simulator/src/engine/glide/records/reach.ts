import { call } from '../host.ts'
import { writeLog } from '../log.ts'
import { findTable } from './table.ts'
import { currentScope, isScripted } from '../transaction.ts'

type Operation = 'read' | 'create' | 'write' | 'delete'

const known = new Map<string, boolean>()

/** Does the table's application access let the script that runs now do this? A refusal stands in the log. */
export function mayReach(table: string, operation: Operation): boolean {
  const scope = currentScope()
  if (!isScripted() || findTable(table)?.scope === scope) return true
  const key = `${scope} ${operation} ${table}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const { allowed, message } = call<{ allowed: boolean; message?: string }>('scope.mayReach', {
    scope,
    table,
    operation,
  })
  if (message !== undefined) writeLog('error', message)
  known.set(key, allowed)
  return allowed
}
