import type { RecordStore, Row } from '../contracts.ts'
import { isKnownDefault, SCRIPT_PREFIX } from '../records/value-scripts.ts'

/** A default that only the engine can evaluate, of a field that nobody has set. */
export function hasScriptedDefault(store: RecordStore, table: string, values: Row): boolean {
  const columns = [...(store.findTable(table)?.columns.values() ?? [])]
  return columns.some(({ name, defaultValue = '' }) => {
    const isScript = defaultValue.startsWith(SCRIPT_PREFIX) && values[name] === undefined
    return isScript && !isKnownDefault(defaultValue.slice(SCRIPT_PREFIX.length))
  })
}
