import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { TABLES } from '../../names.ts'
import { isClosedTable, isReadOnlyTable } from './closed-tables.ts'

/** What the administrator of this instance lets Accord do with records of one table. */
export interface SyncAccess {
  readonly table: string
  readonly mayCreate: boolean
  readonly mayDelete: boolean
  readonly readFields: readonly string[]
  readonly writeFields: readonly string[]
  readonly readJournals: readonly string[]
  readonly writeJournals: readonly string[]
  readonly readFiles: boolean
  readonly writeFiles: boolean
}

/** Undefined for a table without an entry, and for one that no entry opens. */
export function findAccess(table: string): SyncAccess | undefined {
  if (isClosedTable(table)) return undefined
  const row = new GlideRecord(TABLES.syncAccess)
  return row.get('table_name', table) ? accessOf(row) : undefined
}

export function requireAccess(table: string): SyncAccess {
  const access = findAccess(table)
  if (!access) throw new Refusal('access_missing', `Sync access has no entry for ${table}.`, { names: [table] })
  return access
}

/** Every entry that opens a table. `row`: under whose rights they are read; the rules of sync hold whoever is logged in. */
export function listAccess(row: GlideRecord<string> = new GlideRecord(TABLES.syncAccess)): readonly SyncAccess[] {
  row.orderBy('table_name')
  row.query()
  const found: SyncAccess[] = []
  while (row.next()) if (!isClosedTable(row.getValue('table_name'))) found.push(accessOf(row))
  return found
}

/**
 * Classes whose own entries let all of these fields leave: whoever asks a parent for its records gets no others. Undefined for a table
 * whose records have no class.
 */
export function openClasses(table: string, fields: readonly string[]): string | undefined {
  if (!new GlideRecord(table).isValidField('sys_class_name')) return undefined
  return listAccess()
    .filter(({ readFields }) => fields.every((field) => readFields.includes(field)))
    .map((access) => access.table)
    .join(',')
}

function accessOf(row: GlideRecord<string>): SyncAccess {
  const table = row.getValue('table_name')
  const mayWrite = !isReadOnlyTable(table)
  return {
    table,
    mayCreate: mayWrite && row.getValue('may_create') === '1',
    mayDelete: mayWrite && row.getValue('may_delete') === '1',
    readFields: namesIn(row.getValue('read_fields')),
    writeFields: mayWrite ? namesIn(row.getValue('write_fields')).filter((name) => !name.startsWith('sys_')) : [],
    readJournals: namesIn(row.getValue('read_journals')),
    writeJournals: mayWrite ? namesIn(row.getValue('write_journals')) : [],
    readFiles: row.getValue('read_files') === '1',
    writeFiles: mayWrite && row.getValue('write_files') === '1',
  }
}

export const namesIn = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
