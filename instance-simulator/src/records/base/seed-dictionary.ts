import type { ColumnDefinition } from '../../contracts.ts'
import type { TableSource } from '../schema.ts'
import { seedId } from './seed-id.ts'
import type { Seed } from './seed-people.ts'

const flag = (value: boolean | undefined) => (value ? 'true' : 'false')

/** sys_db_object and sys_dictionary rows that describe a table, as `now-sdk query sys_dictionary` wants to read them. */
export function dictionarySeeds(source: TableSource): readonly Seed[] {
  const table: Seed = [
    'sys_db_object',
    {
      sys_id: seedId('table', source.name),
      name: source.name,
      label: source.label,
      super_class: source.parent === undefined ? '' : seedId('table', source.parent),
      sys_scope: source.scope,
      access: 'public',
      read_access: 'true',
      ws_access: flag(source.webServiceAccess),
    },
  ]
  const collection: Seed = [
    'sys_dictionary',
    {
      sys_id: seedId('dictionary', source.name),
      name: source.name,
      element: '',
      internal_type: 'collection',
      column_label: source.label,
    },
  ]
  return [table, collection, ...source.columns.map((column) => columnSeed(source.name, column))]
}

const columnSeed = (table: string, column: ColumnDefinition): Seed => [
  'sys_dictionary',
  {
    sys_id: seedId('dictionary', table, column.name),
    name: table,
    element: column.name,
    column_label: column.label,
    internal_type: column.type,
    reference: column.reference ?? '',
    max_length: column.maxLength === undefined ? '' : String(column.maxLength),
    default_value: column.defaultValue ?? '',
    mandatory: flag(column.mandatory),
    read_only: flag(column.readOnly),
    display: flag(column.display),
    unique: flag(column.unique),
    reference_cascade_rule: column.cascade ?? '',
  },
]
