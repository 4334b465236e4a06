import type { RecordStore, TableDefinition } from '../../contracts.ts'
import { isKnownDefault, SCRIPT_PREFIX } from '../../records/value-scripts.ts'
import { text, type HostOperation } from './questions.ts'

function lineage(store: RecordStore, table: TableDefinition): string[] {
  const names = [table.name]
  for (let parent = table.parent; parent !== undefined && parent !== ''; parent = store.findTable(parent)?.parent)
    names.push(parent)
  return names
}

/** The platform falls back on these when no column is marked as the display. */
const DISPLAY_FALLBACKS = ['name', 'u_name', 'number', 'sys_id']

function displayField(table: TableDefinition): string {
  const marked = [...table.columns.values()].find(({ display }) => display)
  return marked?.name ?? DISPLAY_FALLBACKS.find((name) => table.columns.has(name)) ?? 'sys_id'
}

/** Follows `a.b.c` over reference columns; the last column's table and name. */
function columnAt(store: RecordStore, tableName: string, path: string): { type: string } | undefined {
  const [first = '', ...rest] = path.split('.')
  const column = store.findTable(tableName)?.columns.get(first)
  if (!column || rest.length === 0) return column
  return column.reference === undefined ? undefined : columnAt(store, column.reference, rest.join('.'))
}

/** The script of a default that only the engine can run; the store knows the usual calls itself. */
function defaultScriptOf(defaultValue: string): string {
  const script = defaultValue.startsWith(SCRIPT_PREFIX) ? defaultValue.slice(SCRIPT_PREFIX.length) : ''
  return script === '' || isKnownDefault(script) ? '' : script
}

export const TABLE_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'table.describe': ({ parts: { store } }, question) => {
    const table = store.findTable(text(question, 'name'))
    if (!table) return null
    const columns = [...table.columns.values()].map((column) => ({
      name: column.name,
      label: column.label,
      type: column.type,
      reference: column.reference ?? '',
      maxLength: column.maxLength ?? 40,
      mandatory: column.mandatory ?? false,
      defaultValue: column.defaultValue ?? '',
      defaultScript: defaultScriptOf(column.defaultValue ?? ''),
    }))
    return {
      name: table.name,
      label: table.label,
      scope: table.scope || 'global',
      lineage: lineage(store, table),
      columns,
      displayField: displayField(table),
    }
  },
  'table.columnType': ({ parts }, question) =>
    parts.store.findTable(text(question, 'table'))?.columns.get(text(question, 'field'))?.type ?? 'string',
  'table.hasPath': ({ parts }, question) =>
    columnAt(parts.store, text(question, 'table'), text(question, 'path')) !== undefined,
}
