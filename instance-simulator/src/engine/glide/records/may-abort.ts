import { writeLog } from '../log.ts'
import { currentScope, isScripted } from '../transaction.ts'
import { findTable } from './table.ts'

/** A script of another scope than the table's cannot abort what happens to its records; the platform passes it by. */
export function mayAbort(table: string): boolean {
  const scope = findTable(table)?.scope ?? 'global'
  if (!isScripted() || currentScope() === scope) return true
  writeLog('warn', `setAbortAction on '${table}' from scope '${currentScope()}' is not honored`, currentScope())
  return false
}
