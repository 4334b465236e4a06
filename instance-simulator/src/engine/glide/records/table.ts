import { call } from '../host.ts'

export interface Column {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly reference: string
  readonly maxLength: number
  readonly mandatory: boolean
  readonly defaultValue: string
  /** What the engine has to evaluate for a new row; empty where there is no such default. */
  readonly defaultScript: string
}

export interface Table {
  readonly name: string
  readonly label: string
  readonly scope: string
  /** Itself, parent, grandparent, … */
  readonly lineage: readonly string[]
  readonly columns: ReadonlyMap<string, Column>
  readonly displayField: string
}

type TableImage = Omit<Table, 'columns'> & { readonly columns: readonly Column[] }
const known = new Map<string, Table | undefined>()

/** Undefined when the instance has no such table. */
export function findTable(name: string): Table | undefined {
  if (!known.has(name)) {
    const image = call<TableImage | null>('table.describe', { name })
    known.set(
      name,
      image ? { ...image, columns: new Map(image.columns.map((column) => [column.name, column])) } : undefined,
    )
  }
  return known.get(name)
}

export const isJournal = (type: string): boolean =>
  type === 'journal_input' || type === 'journal' || type === 'journal_list'
