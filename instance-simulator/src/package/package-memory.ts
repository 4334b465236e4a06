import { systemCaller } from '../access/system-callers.ts'
import type { Row } from '../contracts.ts'
import type { MemoryStore } from '../records/record-store.ts'
import type { PackageRecord } from './read-records.ts'

/**
 * What was installed, record by record: for uninstalling, for upgrades, and for the coverage page. `applied_mod_count` is the
 * record's update count when the package last wrote it.
 */
const memoryTable = 'simulator_package_record'

/** Some package of the application has brought this record, whatever became of it. */
export const isRemembered = (store: MemoryStore, record: PackageRecord, scope: string): boolean =>
  findMemory(store, scope, record) !== undefined

/**
 * Somebody has changed the record on the instance since the package wrote it. An upgrade leaves such records alone, as the
 * platform does with customer updates.
 */
export function isCustomized(store: MemoryStore, record: PackageRecord, scope: string): boolean {
  const applied = findMemory(store, scope, record)?.['applied_mod_count'] ?? ''
  const row = store.findTable(record.table) && store.find(record.table, record.sysId)
  return row !== undefined && applied !== '' && applied !== row['sys_mod_count']
}

export function rememberRecord(store: MemoryStore, record: PackageRecord, scope: string): void {
  const [folder = ''] = record.file.split('/')
  const values = { scope, table_name: record.table, record_id: record.sysId, folder, file: record.file, note: '' }
  const known = findMemory(store, scope, record)
  const cleared = { ...values, applied_mod_count: '' }
  if (known) store.update(memoryTable, known['sys_id'] ?? '', cleared, systemCaller)
  else store.insert(memoryTable, cleared, systemCaller)
}

/** Once all links are set: from here on a change is somebody else's. */
export function rememberApplied(store: MemoryStore, record: PackageRecord, scope: string): void {
  const known = findMemory(store, scope, record)
  if (!known || known['applied_mod_count'] !== '') return
  const count = store.find(record.table, record.sysId)?.['sys_mod_count'] ?? ''
  store.update(memoryTable, known['sys_id'] ?? '', { applied_mod_count: count }, systemCaller)
}

export function noteOn(store: MemoryStore, scope: string, record: PackageRecord, note: string): void {
  const known = findMemory(store, scope, record)
  if (known) store.update(memoryTable, known['sys_id'] ?? '', { note }, systemCaller)
}

export function rememberTable(store: MemoryStore, scope: string, table: string, learnt: boolean): void {
  if (store.rows.first('simulator_package_table', (row) => row['table_name'] === table)) return
  store.insert('simulator_package_table', { scope, table_name: table, learnt: String(learnt) }, systemCaller)
}

const findMemory = (store: MemoryStore, scope: string, record: PackageRecord): Row | undefined =>
  store.rows.first(
    memoryTable,
    (row) => row['record_id'] === record.sysId && row['table_name'] === record.table && row['scope'] === scope,
  )
