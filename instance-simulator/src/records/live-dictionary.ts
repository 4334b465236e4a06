import type { ColumnDefinition, Row } from '../contracts.ts'
import { requireName } from './dictionary-checks.ts'
import type { Schema, TableSource } from './schema.ts'

/** What a write to sys_db_object or sys_dictionary does to the tables themselves. */
export interface TableChanges {
  define(source: TableSource): void
  drop(name: string): void
}

/** What sys_ids in rows of the dictionary stand for; empty where there is no such row. */
export interface DictionaryNames {
  tableOf(sysId: string): string
  scopeOf(sysId: string): string
}

export const describesTables = (table: string) => table === 'sys_db_object' || table === 'sys_dictionary'

const isOn = (value: string | undefined) => value === '1'
/** The column that a dictionary row describes. */
function columnOf(row: Row): ColumnDefinition {
  const cascade = row['reference_cascade_rule']
  return {
    name: row['element'] ?? '',
    label: row['column_label'] || (row['element'] ?? ''),
    type: row['internal_type'] || 'string',
    mandatory: isOn(row['mandatory']),
    readOnly: isOn(row['read_only']),
    unique: isOn(row['unique']),
    display: isOn(row['display']),
    ...(row['reference'] ? { reference: row['reference'] } : {}),
    ...(cascade && cascade !== 'none' ? { cascade } : {}),
    ...(Number(row['max_length']) > 0 ? { maxLength: Number(row['max_length']) } : {}),
    ...(row['default_value'] ? { defaultValue: row['default_value'] } : {}),
  }
}

const without = (source: TableSource, element: string) => source.columns.filter(({ name }) => name !== element)

/** The own columns of a table are dictionary rows; a row about an inherited or a sys_ column adds none. */
function changeColumn(schema: Schema, changes: TableChanges, row: Row, isGone: boolean): void {
  const element = row['element'] ?? ''
  const source = schema.source(row['name'] ?? '')
  if (!source || element === '' || element.startsWith('sys_')) return
  if (isGone) return changes.define({ ...source, columns: without(source, element) })
  requireName(element, 'column')
  changes.define({ ...source, columns: [...without(source, element), columnOf(row)] })
}

function changeTable(schema: Schema, changes: TableChanges, row: Row, isGone: boolean, names: DictionaryNames): void {
  const name = row['name'] ?? ''
  if (isGone) return changes.drop(name)
  requireName(name, 'table')
  const known = schema.source(name)
  const parent = names.tableOf(row['super_class'] ?? '')
  changes.define({
    name,
    label: row['label'] || name,
    scope: names.scopeOf(row['sys_scope'] ?? '') || (known?.scope ?? 'global'),
    columns: known?.columns ?? [],
    webServiceAccess: isOn(row['ws_access']),
    ...(parent === '' ? {} : { parent }),
  })
}

/** Makes the schema follow the row. */
export function followDictionary(
  schema: Schema,
  changes: TableChanges,
  { table, row, isGone }: { readonly table: string; readonly row: Row; readonly isGone: boolean },
  names: DictionaryNames,
): void {
  if (table === 'sys_dictionary') changeColumn(schema, changes, row, isGone)
  else changeTable(schema, changes, row, isGone, names)
}
