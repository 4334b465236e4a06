import type { ColumnDefinition } from '../contracts.ts'
import type { MemoryStore } from '../records/record-store.ts'
import type { TableSource } from '../records/schema.ts'
import { PackageRefused } from './package-refused.ts'
import type { PackageRecord } from './read-records.ts'

/**
 * Makes room for a record whose table or fields the simulator does not know. Metadata of an unknown kind gets a table below
 * sys_metadata, made from its own fields, and is only stored. A table of the package's own scope must be in its dictionary.
 * Returns whether the table itself was learnt.
 */
export function learnTable(store: MemoryStore, record: PackageRecord, scope: string): boolean {
  const known = store.schema.source(record.table)
  if (!known) {
    if (record.table.startsWith(`${scope}_`)) {
      throw new PackageRefused(`${record.file} holds a row of ${record.table}, but the package defines no such table`)
    }
    store.defineTable({ ...emptyMetadataTable(record.table), columns: unknownColumns(store, record) })
    return true
  }
  const isMetadata = store.schema.ancestry(record.table).includes('sys_metadata')
  const columns = isMetadata ? unknownColumns(store, record) : []
  if (columns.length > 0) store.defineTable({ ...known, columns: [...known.columns, ...columns] })
  return false
}

const emptyMetadataTable = (name: string): TableSource => ({
  name,
  label: name,
  scope: 'global',
  parent: 'sys_metadata',
  columns: [],
  webServiceAccess: true,
})

function unknownColumns(store: MemoryStore, record: PackageRecord): readonly ColumnDefinition[] {
  const columns = (store.findTable(record.table) ?? store.findTable('sys_metadata'))?.columns
  return Object.entries(record.values)
    .filter(([name]) => !columns?.has(name))
    .map(([name, value]) => ({ name, label: name, type: value === 'true' || value === 'false' ? 'boolean' : 'string' }))
}
