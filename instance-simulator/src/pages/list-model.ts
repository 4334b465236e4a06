import type { Caller, ColumnDefinition, Row, SimulatorParts, TableDefinition } from '../contracts.ts'
import { rowsOf } from '../engine/metadata.ts'

export interface ListRequest {
  readonly table: TableDefinition
  readonly encoded: string
  /** 0-based. */
  readonly offset: number
  readonly limit: number
}

export interface ListCell {
  readonly text: string
  /** Another record that the cell names. */
  readonly link?: string
}

export interface ListModel {
  readonly columns: readonly ColumnDefinition[]
  readonly rows: readonly { readonly sysId: string; readonly cells: readonly ListCell[] }[]
  readonly total: number
  /** Rows of this page that the caller may not read. */
  readonly hidden: number
}

const MAX_FALLBACK_COLUMNS = 7

/** Columns of the list layout in the package, else display, number and the table's own first ones. */
export function listColumns({ store }: SimulatorParts, table: TableDefinition): ColumnDefinition[] {
  const layouts = rowsOf(store, 'sys_ui_list', `name=${table.name}`).filter(
    (row) => (row['parent'] ?? '') === '' || row['parent'] === 'NULL',
  )
  const elements = layouts.flatMap((layout) => rowsOf(store, 'sys_ui_list_element', `list_id=${layout['sys_id']}`))
  const names = elements
    .toSorted((a, b) => Number(a['position']) - Number(b['position']))
    .map((row) => row['element'] ?? '')
  const chosen = names.flatMap((name) => table.columns.get(name) ?? [])
  return chosen.length > 0 ? chosen : fallbackColumns(table)
}

function fallbackColumns(table: TableDefinition): ColumnDefinition[] {
  const usable = [...table.columns.values()].filter(
    ({ name, type }) => !name.startsWith('sys_') && !/^journal|^password/.test(type),
  )
  const first = usable.filter(({ name, display }) => display || name === 'number')
  return [...new Set([...first, ...usable])].slice(0, MAX_FALLBACK_COLUMNS)
}

async function cellOf(
  parts: SimulatorParts,
  table: string,
  row: Row,
  column: ColumnDefinition,
  caller: Caller,
): Promise<ListCell> {
  const { allowed } = await parts.access.decide('read', table, row, column.name, caller)
  const value = row[column.name] ?? ''
  if (!allowed || value === '') return { text: '' }
  const text =
    column.type === 'password2'
      ? '********'
      : parts.store.displayValue(table, column.name, value, parts.store.viewerOf(caller))
  return column.reference === undefined ? { text } : { text, link: `/${column.reference}.do?sys_id=${value}` }
}

/** One page of rows under the caller's rights; the limit counts before rights, as in the Table API. */
export async function readList(parts: SimulatorParts, request: ListRequest, caller: Caller): Promise<ListModel> {
  const { table, offset, limit } = request
  const columns = listColumns(parts, table)
  const encoded = await parts.engine.restrictQuery(table.name, request.encoded, caller)
  if (encoded === undefined) return { columns, rows: [], total: 0, hidden: 0 }
  const found = parts.store.query(table.name, { encoded, offset, limit }, caller)
  const rows: { sysId: string; cells: ListCell[] }[] = []
  for (const row of found) {
    const { allowed } = await parts.access.decide('read', table.name, row, undefined, caller)
    if (!allowed) continue
    const cells: ListCell[] = []
    for (const column of columns) cells.push(await cellOf(parts, table.name, row, column, caller))
    rows.push({ sysId: row['sys_id'] ?? '', cells })
  }
  return { columns, rows, total: parts.store.count(table.name, encoded, caller), hidden: found.length - rows.length }
}
