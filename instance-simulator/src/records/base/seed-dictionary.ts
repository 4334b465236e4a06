import type { ColumnDefinition } from '../../contracts.ts'
import { classColumn, systemColumns, type TableSource } from '../schema.ts'
import { choices } from './seed-choices.ts'
import { seedId } from './seed-id.ts'
import type { Seed } from './seed-people.ts'

const flag = (value: boolean | undefined) => (value ? 'true' : 'false')

/** Tables about the instance itself, which applications read and do not write; beside application files. */
const READ_ONLY = new Set([
  'sys_db_object', 'sys_dictionary', 'sys_choice', 'sys_package', 'sys_scope', 'sys_app',
  'sys_audit', 'sys_audit_delete', 'sys_history_set', 'sys_history_line', 'sys_upgrade_history',
]) // prettier-ignore
/** Application files that applications make for themselves. */
const WRITABLE_FILES = new Set(['sysauto_script'])
const AUDITED = new Set([
  'incident', 'problem', 'problem_task', 'change_request', 'change_task', 'sc_request', 'sc_req_item', 'sc_task', 'sn_customerservice_case',
]) // prettier-ignore
const SHUT = new Set(['oauth_entity'])

/** What scripts of other applications may do to a table of the platform. */
function accessOf(table: string, isMetadata: boolean): Readonly<Record<string, string>> {
  const writable = !READ_ONLY.has(table) && (!isMetadata || WRITABLE_FILES.has(table)) && !SHUT.has(table)
  const write = String(writable)
  return { read_access: String(!SHUT.has(table)), create_access: write, update_access: write, delete_access: write }
}

/** sys_db_object and sys_dictionary rows that describe a table, as `now-sdk query sys_dictionary` wants to read them. */
export interface TableDetails {
  /** Below sys_metadata. */
  readonly isMetadata: boolean
  readonly isExtended: boolean
}

export function dictionarySeeds(source: TableSource, { isMetadata, isExtended }: TableDetails): readonly Seed[] {
  const table: Seed = [
    'sys_db_object',
    {
      sys_id: seedId('table', source.name),
      name: source.name,
      label: source.label,
      super_class: source.parent === undefined ? '' : seedId('table', source.parent),
      sys_scope: source.scope,
      access: 'public',
      ...accessOf(source.name, isMetadata),
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
      audit: flag(AUDITED.has(source.name)),
      column_label: source.label,
    },
  ]
  const inherited = [...systemColumns, ...(isExtended ? [classColumn] : [])]
  const own = source.columns.filter(({ isOverride }) => !isOverride)
  const columns = source.parent === undefined ? [...inherited, ...own] : own
  return [table, collection, ...columns.map((column) => columnSeed(source.name, column))]
}

/** What the dictionary says where a declaration says nothing. */
const LENGTHS: Readonly<Record<string, number>> = {
  reference: 32,
  GUID: 32,
  document_id: 32,
  glide_list: 1024,
  journal_input: 4000,
}
const USUAL_LENGTH = 40

/** `3`: a list without an empty entry, which whole numbers have; `1`: with one; `0`: no list. */
function choiceFlag(table: string, { name, type }: ColumnDefinition): string {
  if (!Object.hasOwn(choices, `${table}.${name}`)) return '0'
  return type === 'integer' ? '3' : '1'
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
    max_length: String(column.maxLength ?? LENGTHS[column.type] ?? USUAL_LENGTH),
    default_value: column.defaultValue ?? '',
    choice: choiceFlag(table, column),
    mandatory: flag(column.mandatory),
    read_only: flag(column.readOnly || column.name.startsWith('sys_')),
    display: flag(column.display),
    unique: flag(column.unique || column.name === 'sys_id'),
    primary: flag(column.name === 'sys_id'),
    reference_cascade_rule: column.cascade ?? '',
  },
]

/** The kinds of fields, by name. */
export function fieldClassSeeds(sources: readonly TableSource[]): readonly Seed[] {
  const types = new Set([...systemColumns, ...sources.flatMap((source) => source.columns)].map(({ type }) => type))
  return [...types, 'collection'].map((name): Seed => [
    'sys_glide_object',
    { sys_id: seedId('field class', name), name, label: labelOf(name), scalar_type: 'string' },
  ])
}

const labelOf = (name: string) =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
