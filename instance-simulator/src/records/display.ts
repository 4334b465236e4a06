import type { ColumnDefinition, Row } from '../contracts.ts'
import { isBoolean, isList, isReference, isSecret } from './row-values.ts'
import type { RowTables } from './row-tables.ts'
import type { Schema } from './schema.ts'

/** Finds labels of choices; sys_choice is read once per change of the table. */
export class ChoiceLabels {
  readonly #schema: Schema
  readonly #rows: RowTables
  #revision = -1
  #labels = new Map<string, string>()

  constructor(schema: Schema, rows: RowTables) {
    this.#schema = schema
    this.#rows = rows
  }

  find(table: string, element: string, value: string): string | undefined {
    this.#refresh()
    for (const name of this.#schema.ancestry(table)) {
      const label = this.#labels.get(key(name, element, value))
      if (label !== undefined) return label
    }
    return undefined
  }

  #refresh(): void {
    const revision = this.#rows.revision('sys_choice')
    if (revision === this.#revision) return
    this.#revision = revision
    const english = [...this.#rows.rows('sys_choice').values()].filter((row) => (row['language'] || 'en') === 'en')
    this.#labels = new Map(
      english.map((row) => [key(row['name'] ?? '', row['element'] ?? '', row['value'] ?? ''), row['label'] ?? '']),
    )
  }
}

const key = (table: string, element: string, value: string) => `${table}\n${element}\n${value}`

export interface DisplayWorld {
  readonly schema: Schema
  readonly choices: ChoiceLabels
  find(table: string, sysId: string): Row | undefined
}

/** What people see for a column's value. Secrets show as asterisks, never as their cipher text. */
export function displayValue(world: DisplayWorld, table: string, column: ColumnDefinition, value: string): string {
  if (value === '') return ''
  if (isSecret(column.type)) return '********'
  if (isBoolean(column.type)) return value === '1' ? 'true' : 'false'
  if (column.type === 'sys_class_name') return world.schema.find(value)?.label ?? value
  if (isReference(column)) return displayOfRow(world, column.reference, value)
  if (isList(column.type) && column.reference !== undefined) {
    return value
      .split(',')
      .map((each) => displayOfRow(world, column.reference, each) || each)
      .join(', ')
  }
  const inline = column.choices?.find((choice) => choice.value === value)?.label
  return world.choices.find(table, column.name, value) ?? inline ?? value
}

/** Display value of the row that a reference points to; a dangling reference shows nothing. */
function displayOfRow(world: DisplayWorld, table: string | undefined, sysId: string): string {
  if (table === undefined) return ''
  const row = world.find(table, sysId)
  if (!row) return ''
  const concrete = row['sys_class_name'] || table
  const name = world.schema.displayColumn(concrete)
  const column = name === undefined ? undefined : world.schema.find(concrete)?.columns.get(name)
  if (!column) return `Created ${row['sys_created_on'] ?? ''}`
  return displayValue(world, concrete, column, row[column.name] ?? '')
}
