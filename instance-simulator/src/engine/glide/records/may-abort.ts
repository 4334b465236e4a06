import { writeLog } from '../log.ts'
import { currentScope, isScripted } from '../transaction.ts'
import { findTable } from './table.ts'

/** An application aborts nothing that happens to the records of another scope; its script goes on. */
export function mayAbort(table: string): boolean {
  const scope = currentScope()
  if (!isScripted() || scope === 'global' || scope === findTable(table)?.scope) return true
  const said = `Access to api 'setAbortAction' from scope '${scope}' has been refused due to the api's cross-scope access policy`
  writeLog('error', said, scope)
  return false
}
