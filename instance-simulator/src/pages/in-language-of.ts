import type { Caller, SimulatorParts, TableDefinition } from '../contracts.ts'
import { rowsOf } from '../engine/metadata.ts'

/** A table with the labels that whoever looks reads: those of sys_documentation in that language, the dictionary's where it has none. */
export function inLanguageOf({ store }: SimulatorParts, caller: Caller, table: TableDefinition): TableDefinition {
  const language = store.languageOf(caller)
  const rows = rowsOf(store, 'sys_documentation', `name=${table.name}^language=${language}`)
  if (rows.length === 0) return table
  const labels = new Map(rows.map((row) => [row['element'] ?? '', row['label'] ?? '']))
  const columns = [...table.columns].map(([name, column]) => [name, { ...column, label: labels.get(name) || column.label }] as const) // prettier-ignore
  return { ...table, label: labels.get('') || table.label, columns: new Map(columns) }
}
