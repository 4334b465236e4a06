import type { Row } from '../contracts.ts'
import { NotSimulated } from '../coverage/not-simulated.ts'
import type { Schema } from './schema.ts'

/** An entry that the platform's database would refuse. */
export class InvalidDictionaryEntry extends Error {
  readonly code = 'invalid_dictionary_entry'
}

const namePattern = /^[a-z][a-z0-9_]{0,79}$/

export function requireName(name: string, what: string): void {
  if (!namePattern.test(name)) throw new InvalidDictionaryEntry(`'${name}' cannot be the name of a ${what}`)
}

/** Types of which values are stored and shown as the platform does; another one would be a text under a wrong name. */
const SIMULATED_TYPES: ReadonlySet<string> = new Set(
  `
  string integer long longint decimal float boolean choice reference document_id glide_list GUID url email html
  translated_text translated_html translated_field glide_date glide_date_time due_date calendar_date_time
  journal journal_input journal_list password password2 table_name field_name conditions script script_plain
  condition_string json xml string_full_utf8 multi_two_lines percent_complete sys_class_name user_roles ip_addr
  phone_number_e164 color icon version
  `
    .trim()
    .split(/\s+/),
)

/** What people write into the dictionary by REST and by script; packages were checked when they were read. */
export interface DictionaryWrite {
  readonly table: string
  readonly row: Row
  /** Absent where the row is new. */
  readonly before?: Row
}

export interface Dictionary {
  readonly schema: Schema
  readonly columnRows: Iterable<Row>
  /** The name of the table that a sys_db_object row stands for, or nothing. */
  readonly nameOf: (sysId: string) => string
}

/** Throws where the platform refuses the entry, or where the simulator could not follow it. */
export function checkDictionaryWrite(dictionary: Dictionary, write: DictionaryWrite): void {
  if (write.table === 'sys_db_object') checkTable(dictionary, write)
  else checkColumn(dictionary, write)
}

const changed = ({ row, before }: DictionaryWrite, field: string): boolean =>
  before !== undefined && (row[field] ?? '') !== (before[field] ?? '')

function refuseChanges(write: DictionaryWrite, fields: Readonly<Record<string, string>>): void {
  for (const [field, what] of Object.entries(fields)) if (changed(write, field)) throw new NotSimulated(what)
}

function checkTable({ schema, nameOf }: Dictionary, write: DictionaryWrite): void {
  const name = write.row['name'] ?? ''
  refuseChanges(write, { name: 'renaming a table', super_class: 'moving a table below another' })
  requireName(name, 'table')
  const parent = write.row['super_class'] ?? ''
  if (parent !== '' && nameOf(parent) === '')
    throw new InvalidDictionaryEntry(`The table ${name} extends no table: '${parent}' is the sys_id of none`)
  if (write.before === undefined && schema.source(name))
    throw new InvalidDictionaryEntry(`There is a table ${name} already`)
}

function checkColumn({ schema, columnRows }: Dictionary, write: DictionaryWrite): void {
  const { row } = write
  const [name, element, type] = [row['name'] ?? '', row['element'] ?? '', row['internal_type'] ?? '']
  refuseChanges(write, {
    name: 'moving a column to another table',
    element: 'renaming a column',
    internal_type: 'changing the type of a column',
    active: 'deactivating a column',
  })
  if (!schema.source(name)) throw new InvalidDictionaryEntry(`There is no table '${name}'`)
  if (write.before !== undefined) return
  if (element === '' && type !== 'collection') throw new InvalidDictionaryEntry('A column needs a name')
  if (element !== '') requireName(element, 'column')
  const tables = schema.ancestry(name)
  for (const other of columnRows)
    if (other['element'] === element && tables.includes(other['name'] ?? '') && other['sys_id'] !== row['sys_id'])
      if (element !== '' || other['name'] === name)
        throw new InvalidDictionaryEntry(`${other['name']} has a column '${element}' already`)
  if (type !== '' && type !== 'collection' && !SIMULATED_TYPES.has(type))
    throw new NotSimulated(`columns of the type ${type}`)
  if (type === 'reference' && !schema.source(row['reference'] ?? ''))
    throw new InvalidDictionaryEntry(`The column '${element}' refers to no table: '${row['reference'] ?? ''}'`)
}
