import type { ColumnDefinition, Row } from '../contracts.ts'
import { isBoolean, isList, isReference, isSecret } from './row-values.ts'
import { STORED } from '../engine/glide/times/zones.ts'
import { isShownByManners, showTime, type Viewer } from './manners.ts'
import type { Choices } from './choices.ts'
import type { Schema } from './schema.ts'
import type { TranslatedNames } from './translated-names.ts'

export interface DisplayWorld {
  readonly schema: Schema
  readonly choices: Choices
  readonly names: TranslatedNames
  find(table: string, sysId: string): Row | undefined
  findBy(table: string, column: string, value: string): Row | undefined
}

/** English, and times as they are stored. */
const NOBODY: Viewer = { language: 'en', manners: STORED }

/** What people see for a column's value. Secrets show as asterisks, never as their cipher text. */
export function displayValue(
  world: DisplayWorld,
  table: string,
  column: ColumnDefinition,
  value: string,
  { language, manners }: Viewer = NOBODY,
): string {
  if (value === '') return ''
  if (isSecret(column.type)) return '********'
  if (isShownByManners(column.type)) return showTime(column.type, value, manners)
  if (isBoolean(column.type)) return value === '1' ? 'true' : 'false'
  if (column.type === 'translated_field') return world.names.find(table, column.name, value, language)
  if (column.type === 'sys_class_name') return world.schema.find(value)?.label ?? value
  if (column.referenceKey !== undefined) return displayByKey(world, column, value)
  if (isReference(column)) return displayOfRow(world, column.reference, value)
  if (isList(column.type) && column.reference !== undefined) {
    return value
      .split(',')
      .map((each) => displayOfRow(world, column.reference, each) || each)
      .join(', ')
  }
  return world.choices.label(table, column.name, value, language) ?? value
}

/** A row that is referred to by its name shows as its label; one that is not there as the name. */
function displayByKey(world: DisplayWorld, { reference = '', referenceKey = '' }: ColumnDefinition, value: string) {
  const row = world.findBy(reference, referenceKey, value)
  const column = world.schema.displayColumn(reference) ?? referenceKey
  return row?.[column] || value
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
