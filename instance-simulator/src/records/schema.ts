import type { ColumnDefinition, TableDefinition } from '../contracts.ts'

/** A table as it is declared: own columns only. */
export interface TableSource {
  readonly name: string
  readonly label: string
  readonly scope: string
  readonly parent?: string
  readonly columns: readonly ColumnDefinition[]
  /** May the Table API reach it? sys_db_object.ws_access. */
  readonly webServiceAccess?: boolean
}

export const systemColumns: readonly ColumnDefinition[] = [
  { name: 'sys_id', label: 'Sys ID', type: 'GUID', maxLength: 32 },
  { name: 'sys_created_on', label: 'Created', type: 'glide_date_time' },
  { name: 'sys_created_by', label: 'Created by', type: 'string', maxLength: 40 },
  { name: 'sys_updated_on', label: 'Updated', type: 'glide_date_time' },
  { name: 'sys_updated_by', label: 'Updated by', type: 'string', maxLength: 40 },
  { name: 'sys_mod_count', label: 'Updates', type: 'integer' },
]

export const classColumn: ColumnDefinition = {
  name: 'sys_class_name',
  label: 'Class',
  type: 'sys_class_name',
  maxLength: 80,
}

/**
 * All tables, base and installed. Definitions are merged with their parents' on first use and forgotten when anything
 * changes, since an installed child may hang on a base table and a base table may get columns from a package.
 */
export class Schema {
  readonly #sources = new Map<string, TableSource>()
  readonly #merged = new Map<string, TableDefinition>()
  /** Grows whenever a table is defined, changed or dropped. */
  revision = 0
  readonly #families = new Map<string, readonly string[]>()

  source(name: string): TableSource | undefined {
    return this.#sources.get(name)
  }

  sources(): Iterable<TableSource> {
    return this.#sources.values()
  }

  put(source: TableSource): void {
    this.#sources.set(source.name, source)
    this.#forget()
  }

  drop(name: string): void {
    this.#sources.delete(name)
    this.#forget()
  }

  find(name: string): TableDefinition | undefined {
    const known = this.#merged.get(name)
    if (known) return known
    const source = this.#sources.get(name)
    if (!source) return undefined
    const merged = this.#merge(source)
    this.#merged.set(name, merged)
    return merged
  }

  get(name: string): TableDefinition {
    const table = this.find(name)
    if (!table) throw new Error(`There is no table ${name}`)
    return table
  }

  *tables(): Iterable<TableDefinition> {
    for (const name of this.#sources.keys()) yield this.get(name)
  }

  /** The table, its parent, its parent's parent …; nearest first. */
  ancestry(name: string): readonly string[] {
    const names: string[] = []
    for (
      let at: string | undefined = name;
      at !== undefined && !names.includes(at);
      at = this.#sources.get(at)?.parent
    ) {
      if (this.#sources.has(at)) names.push(at)
    }
    return names
  }

  /** The table and everything that extends it, however far. */
  family(name: string): readonly string[] {
    const known = this.#families.get(name)
    if (known) return known
    const family = [...this.#sources.keys()].filter((each) => this.ancestry(each).includes(name))
    this.#families.set(name, family)
    return family
  }

  /** The column whose value names a row: the nearest `display`, else `name` or `number`, else none. */
  displayColumn(name: string): string | undefined {
    for (const table of this.ancestry(name)) {
      const own = this.#sources.get(table)?.columns.find((column) => column.display)
      if (own) return own.name
    }
    const columns = this.find(name)?.columns
    return ['name', 'number'].find((candidate) => columns?.has(candidate))
  }

  #merge(source: TableSource): TableDefinition {
    const parent = source.parent === undefined ? undefined : this.find(source.parent)
    const columns = new Map(parent?.columns ?? systemColumns.map((column) => [column.name, column]))
    if (parent || this.#isExtended(source.name)) columns.set(classColumn.name, classColumn)
    for (const column of source.columns) columns.set(column.name, { ...columns.get(column.name), ...column })
    const { name, label, scope } = source
    return { name, label, scope, columns, ...(source.parent === undefined ? {} : { parent: source.parent }) }
  }

  #isExtended(name: string): boolean {
    for (const source of this.#sources.values()) if (source.parent === name) return true
    return false
  }

  #forget(): void {
    this.#merged.clear()
    this.#families.clear()
    this.revision += 1
  }
}
